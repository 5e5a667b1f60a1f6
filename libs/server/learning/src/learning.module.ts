/** The room where the learning domain is put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@tap-huan/server/assessment';
import { AuthorCourseReader } from './course/author-course.reader';
import { CourseController } from './course/course.controller';
import { CourseEntity, CourseVersionEntity } from './course/course.entity';
import { CourseService } from './course/course.service';
import { CourseAuthoring } from './course-authoring';
import { LessonController } from './lesson/lesson.controller';
import { LessonAttachmentEntity, LessonEntity, LessonMediumEntity } from './lesson/lesson.entity';
import { LessonReader } from './lesson/lesson.reader';
import { LessonService } from './lesson/lesson.service';
import { MediaController } from './media/media.controller';
import { MediaEntity } from './media/media.entity';
import { MediaReader } from './media/media.reader';
import { MediaService } from './media/media.service';
import { ModuleEntity } from './outline/module.entity';
import { OutlineController } from './outline/outline.controller';
import { OutlineService } from './outline/outline.service';
import { ProgrammeController } from './programme/programme.controller';
import { ProgrammeEntity, ProgrammeVersionEntity } from './programme/programme.entity';
import { ProgrammeReader } from './programme/programme.reader';
import { ProgrammeService } from './programme/programme.service';
import { CourseReader } from './published/course.reader';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CourseEntity,
      CourseVersionEntity,
      ModuleEntity,
      LessonEntity,
      LessonAttachmentEntity,
      LessonMediumEntity,
      MediaEntity,
      ProgrammeEntity,
      ProgrammeVersionEntity,
    ]),
    AssessmentModule,
  ],
  controllers: [
    CourseController,
    OutlineController,
    LessonController,
    MediaController,
    ProgrammeController,
  ],
  providers: [
    CourseService,
    OutlineService,
    LessonService,
    MediaService,
    CourseAuthoring,
    AuthorCourseReader,
    LessonReader,
    MediaReader,
    CourseReader,
    ProgrammeService,
    ProgrammeReader,
  ],
  exports: [CourseReader, CourseAuthoring, MediaService, ProgrammeReader, ProgrammeService],
})
export class LearningModule {}
