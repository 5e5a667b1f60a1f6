/** The room of reports: reads everything, owns nothing. */
export { CoverageStore } from './coverage/coverage-store';
export { ReportingModule } from './reporting.module';
