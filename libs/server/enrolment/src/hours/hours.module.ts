/** The room where the parts of the hours ledger are put together. */
import { Module } from '@nestjs/common';
import { LearningModule } from '@tap-huan/server/learning';
import { EntriesReader } from './entries.reader';
import { EvidenceService } from './evidence.service';
import { HoursListController } from './hours-list.controller';
import { HoursListReader } from './hours-list.reader';
import { HoursRulesService } from './hours-rules.service';
import { HoursController } from './hours.controller';
import { HoursImportService } from './import/hours-import.service';
import { LeaderController } from './leader.controller';
import { LeaderReader } from './leader.reader';
import { LeaderService } from './leader.service';
import { LedgerService } from './ledger.service';
import { MyHoursController } from './my-hours.controller';
import { HoursOnCourseCompleted } from './on-course-completed';
import { ProposalsService } from './proposals.service';
import { YearReader } from './year.reader';

@Module({
  imports: [LearningModule],
  controllers: [MyHoursController, HoursController, HoursListController, LeaderController],
  providers: [
    YearReader,
    EntriesReader,
    HoursListReader,
    ProposalsService,
    LedgerService,
    EvidenceService,
    HoursImportService,
    HoursRulesService,
    LeaderReader,
    LeaderService,
    HoursOnCourseCompleted,
  ],
})
export class HoursModule {}
