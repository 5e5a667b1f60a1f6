/** The room where the parts of assignments are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LearningModule } from '@tap-huan/server/learning';
import { ProgrammeEnrolmentModule } from '../programme/programme-enrolment.module';
import { AssignmentCaseEntity, AssignmentTouchedEntity } from './assignment-case.entity';
import { AssignmentController } from './assignment.controller';
import { AssignmentEntity } from './assignment.entity';
import { AssignmentPreviews } from './assignment-preview';
import { AssignmentReader } from './assignment.reader';
import { AssignmentScope } from './assignment-scope';
import { AssignmentService } from './assignment.service';
import { CaseController } from './case.controller';
import { CaseReader } from './case.reader';
import { ExemptionEntity, ExtensionEntity } from './exception.entity';
import { ExceptionReader } from './exception.reader';
import { ExceptionService } from './exception.service';
import { ProgrammeCases } from './programme-cases';
import { Reconciler } from './reconciler';
import { SheetDownloads } from './sheet-download.service';
import { StandingReader } from './standing.reader';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AssignmentEntity,
      AssignmentCaseEntity,
      AssignmentTouchedEntity,
      ExemptionEntity,
      ExtensionEntity,
    ]),
    LearningModule,
    ProgrammeEnrolmentModule,
  ],
  controllers: [AssignmentController, CaseController],
  providers: [
    AssignmentService,
    AssignmentReader,
    AssignmentPreviews,
    AssignmentScope,
    CaseReader,
    ExceptionReader,
    ExceptionService,
    ProgrammeCases,
    Reconciler,
    SheetDownloads,
    StandingReader,
  ],
  exports: [AssignmentService, Reconciler],
})
export class AssignmentModule {}
