/** The room of the columns of a medium: one stored file with its name. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'learning', name: 'media' })
export class MediaEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Key of the bytes in storage. */
  @Column('text')
  sha256: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'mime_type' })
  mimeType: string;

  /** Bytes. */
  @Column('bigint')
  size: number;

  /** Whose authors may use it; null: whoever wrote a lesson with it. */
  @Index('media_unit')
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  /** Null: the system. */
  @Column('uuid', { name: 'uploaded_by', nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;
}
