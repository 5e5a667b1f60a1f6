/** The room of the rows of a stimulus and of its versions, which never change. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'assessment', name: 'stimulus' })
export class Stimulus {
  @PrimaryColumn('uuid')
  id: string;

  @Index('stimulus_bank')
  @Column('uuid', { name: 'bank_id' })
  bankId: string;

  @Column('integer', { name: 'current_version' })
  currentVersion: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity({ schema: 'assessment', name: 'stimulus_version' })
@Unique('stimulus_version_stimulus_id_number_key', ['stimulusId', 'number'])
export class StimulusVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'stimulus_id' })
  stimulusId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  html: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
