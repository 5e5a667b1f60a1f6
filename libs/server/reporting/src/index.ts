/** The room of reports: reads everything, owns nothing. */
export { CoverageStore } from './coverage/coverage-store';
export { ListRounds } from './list/list-round.service';
export { ReportingModule } from './reporting.module';
