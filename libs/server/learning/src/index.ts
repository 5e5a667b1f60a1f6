/** The room of courses: what the domains above may read of them, and how one is built. */
export { CourseAuthoring } from './course-authoring';
export { type NewCourse } from './course/course.service';
export { LearningModule } from './learning.module';
export { type LessonContent } from './lesson/lesson.service';
export { MediaService, type NewMedium } from './media/media.service';
export { type OutlineLesson, type OutlineModule } from './outline/outline.reader';
export {
  CourseReader,
  type PublishedLesson,
  type PublishedOutline,
  type PublishedVersion,
} from './published/course.reader';
export { type ApprovedProgramme, ProgrammeReader } from './programme/programme.reader';
export { ProgrammeService } from './programme/programme.service';
