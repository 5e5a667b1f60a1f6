/** The room of the columns of an export: a ZIP of papers that somebody asked for. */
import type { CertificateExport } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'certification', name: 'export' })
@Index('export_requested_by', ['requestedBy', 'requestedAt'])
export class ExportEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;
  @Column('uuid', { name: 'unit_id' })
  unitId: string;
  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;
  /** First and last day of issue, both included. */
  @Column('date', { name: 'from_day' })
  fromDay: string;
  @Column('date', { name: 'to_day' })
  toDay: string;
  @Column('text')
  state: CertificateExport['state'];
  @Column('integer')
  total: number;
  @Column('integer')
  done: number;
  @Column('text', { name: 'zip_sha256', nullable: true })
  zipSha256: string | null;
  /** Bytes. */
  @Column('bigint', { name: 'zip_size', nullable: true })
  zipSize: number | null;
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
