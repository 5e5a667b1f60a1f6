/** The room where the reports are put together: SQL over the views of the schema `reporting`. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnualController } from './annual/annual.controller';
import { AnnualReader } from './annual/annual.reader';
import { AnnualService } from './annual/annual.service';
import { DocumentHeadEntity } from './annual/document-head.entity';
import { ColumnsReader } from './coverage/columns.reader';
import { CoverageBooksService } from './coverage/coverage-books.service';
import { CoverageController } from './coverage/coverage.controller';
import { CoverageStore } from './coverage/coverage-store';
import { CoverageViewReader } from './coverage/coverage-view.reader';
import { MatrixReader } from './coverage/matrix.reader';
import { PeopleReader } from './coverage/people.reader';
import { CoverageReader } from './coverage.reader';
import { AgencyReader } from './document/agency.reader';
import { ListRounds } from './list/list-round.service';
import { ListScheduleController } from './list/list-schedule.controller';
import { ListScheduleReader } from './list/list-schedule.reader';
import { ListScheduleService } from './list/list-schedule.service';
import { ListController } from './list/list.controller';
import { ListReader } from './list/list.reader';
import { ListService } from './list/list.service';
import { SavedListEntity } from './list/saved-list.entity';
import { OverviewReader } from './overview.reader';
import { CorrectionEntity } from './privacy/correction.entity';
import { CorrectionReader } from './privacy/correction.reader';
import { CorrectionService } from './privacy/correction.service';
import { DisclosureBook } from './privacy/disclosure-book.service';
import { DisclosureReader } from './privacy/disclosure.reader';
import { OwnDataService } from './privacy/own-data.service';
import { PrivacyController } from './privacy/privacy.controller';
import { CompletionReader } from './record/completion.reader';
import { RecordController } from './record/record.controller';
import { RecordService } from './record/record.service';
import { SubjectRecordReader } from './record/subject-record.reader';
import { TranscriptReader } from './record/transcript.reader';
import { UnitRecordReader } from './record/unit-record.reader';
import { ReportingController } from './reporting.controller';

@Module({
  imports: [TypeOrmModule.forFeature([CorrectionEntity, DocumentHeadEntity, SavedListEntity])],
  controllers: [
    ReportingController,
    CoverageController,
    RecordController,
    PrivacyController,
    AnnualController,
    ListController,
    ListScheduleController,
  ],
  providers: [
    AgencyReader,
    AnnualReader,
    AnnualService,
    CompletionReader,
    CorrectionReader,
    CorrectionService,
    DisclosureBook,
    DisclosureReader,
    ListReader,
    ListRounds,
    ListScheduleReader,
    ListScheduleService,
    ListService,
    OwnDataService,
    RecordService,
    SubjectRecordReader,
    TranscriptReader,
    UnitRecordReader,
    ColumnsReader,
    CoverageBooksService,
    CoverageReader,
    CoverageStore,
    CoverageViewReader,
    MatrixReader,
    OverviewReader,
    PeopleReader,
  ],
})
export class ReportingModule {}
