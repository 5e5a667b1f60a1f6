/** The room of reports: reads everything, owns nothing. */
export { ReportingModule } from './reporting.module';
