/** The room of the columns of a module. */
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'learning', name: 'module' })
@Unique('module_ordinal', ['courseVersionId', 'ordinal'], { deferrable: 'INITIALLY DEFERRED' })
export class ModuleEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'course_version_id' })
  courseVersionId: string;

  @Column('text')
  title: string;

  @Column('integer')
  ordinal: number;
}
