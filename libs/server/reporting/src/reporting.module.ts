/** The room where the reports are put together: SQL over the views of the schema `reporting`. */
import { Module } from '@nestjs/common';
import { CoverageReader } from './coverage.reader';
import { OverviewReader } from './overview.reader';
import { ReportingController } from './reporting.controller';

@Module({
  controllers: [ReportingController],
  providers: [CoverageReader, OverviewReader],
})
export class ReportingModule {}
