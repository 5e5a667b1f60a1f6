/** The room of the endpoints of courses and their versions. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CourseReader } from '../published/course.reader';
import { AuthorCourseReader } from './author-course.reader';
import { CourseService } from './course.service';

@Controller()
export class CourseController {
  constructor(
    private readonly service: CourseService,
    private readonly reader: AuthorCourseReader,
    private readonly published: CourseReader,
  ) {}

  @Serves(endpoints.listCourses)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listCourses>> {
    return this.reader.list(actor);
  }

  @Serves(endpoints.createCourse)
  create(
    @Input() input: InputOf<typeof endpoints.createCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createCourse>> {
    return this.service.create(actor, input.body);
  }

  @Serves(endpoints.readCourse)
  read(
    @Input() input: InputOf<typeof endpoints.readCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readCourse>> {
    return this.reader.read(actor, input.params.courseId);
  }

  @Serves(endpoints.updateCourse)
  update(
    @Input() input: InputOf<typeof endpoints.updateCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateCourse>> {
    return this.service.update(actor, input.params.courseId, input.body);
  }

  @Serves(endpoints.beginDraft)
  async beginDraft(
    @Input() input: InputOf<typeof endpoints.beginDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.beginDraft>> {
    await this.service.beginDraft(actor, input.params.courseId);
    return { ok: true };
  }

  @Serves(endpoints.publishCourse)
  publish(
    @Input() input: InputOf<typeof endpoints.publishCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.publishCourse>> {
    return this.service.publish(actor, input.params.courseId);
  }

  @Serves(endpoints.closeCourse)
  async close(
    @Input() { params, body }: InputOf<typeof endpoints.closeCourse>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.closeCourse>> {
    await this.service.close(actor, params.courseId, body.closed);
    return { ok: true };
  }

  @Serves(endpoints.listCatalogue)
  listCatalogue(
    @Input() { query }: InputOf<typeof endpoints.listCatalogue>,
  ): Promise<OutputOf<typeof endpoints.listCatalogue>> {
    return this.published.catalogue(query.closed === 'true');
  }
}
