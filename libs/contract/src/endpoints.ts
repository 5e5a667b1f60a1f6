/** The room of all endpoints under one roof: apart, so that a page which names one group carries no other. */
import { analysisEndpoints } from './analysis-endpoints';
import { assignmentEndpoints } from './assignment-endpoints';
import { annualReportEndpoints } from './annual-report';
import { attemptEndpoints } from './attempt-endpoints';
import { audienceEndpoints } from './audience';
import { certificationEndpoints } from './certification';
import { coverageEndpoints } from './coverage';
import { customListEndpoints } from './custom-list';
import { listScheduleEndpoints } from './list-schedule';
import { enrolmentEndpoints } from './enrolment';
import { holidayEndpoints } from './holiday';
import { hoursEndpoints } from './hours-endpoints';
import { identityEndpoints } from './identity';
import { learningEndpoints } from './learning';
import { markingEndpoints } from './marking-endpoints';
import { officerEndpoints } from './officer';
import { officerImportEndpoints } from './officer-import';
import { notificationEndpoints } from './notification';
import { myHoursEndpoints } from './my-hours';
import { organisationEndpoints } from './organisation';
import { organisationHistoryEndpoints } from './organisation-history';
import { platformEndpoints } from './platform';
import { programmeEndpoints } from './programme';
import { programmeEnrolmentEndpoints } from './programme-enrolment';
import { privacyEndpoints } from './privacy';
import { questionBankEndpoints } from './question-bank';
import { questionFileEndpoints } from './question-files';
import { quizEndpoints } from './quiz';
import { recordEndpoints } from './records';
import { reportingEndpoints } from './reporting';
import { supervisionEndpoints } from './supervision';
import { trainingClassEndpoints } from './training-class';

/** Every endpoint of the product, by name. */
export const endpoints = {
  ...platformEndpoints,
  ...identityEndpoints,
  ...organisationEndpoints,
  ...organisationHistoryEndpoints,
  ...holidayEndpoints,
  ...officerEndpoints,
  ...officerImportEndpoints,
  ...learningEndpoints,
  ...questionBankEndpoints,
  ...questionFileEndpoints,
  ...quizEndpoints,
  ...attemptEndpoints,
  ...supervisionEndpoints,
  ...markingEndpoints,
  ...analysisEndpoints,
  ...enrolmentEndpoints,
  ...assignmentEndpoints,
  ...audienceEndpoints,
  ...programmeEndpoints,
  ...programmeEnrolmentEndpoints,
  ...hoursEndpoints,
  ...trainingClassEndpoints,
  ...myHoursEndpoints,
  ...certificationEndpoints,
  ...reportingEndpoints,
  ...recordEndpoints,
  ...privacyEndpoints,
  ...annualReportEndpoints,
  ...customListEndpoints,
  ...listScheduleEndpoints,
  ...coverageEndpoints,
  ...notificationEndpoints,
};
export type EndpointName = keyof typeof endpoints;
