/** The room of all endpoints under one roof: apart, so that a page which names one group carries no other. */
import { analysisEndpoints } from './analysis-endpoints';
import { attemptEndpoints } from './attempt-endpoints';
import { certificationEndpoints } from './certification';
import { enrolmentEndpoints } from './enrolment';
import { identityEndpoints } from './identity';
import { learningEndpoints } from './learning';
import { markingEndpoints } from './marking-endpoints';
import { organisationEndpoints } from './organisation';
import { platformEndpoints } from './platform';
import { questionBankEndpoints } from './question-bank';
import { questionFileEndpoints } from './question-files';
import { quizEndpoints } from './quiz';
import { reportingEndpoints } from './reporting';
import { supervisionEndpoints } from './supervision';

/** Every endpoint of the product, by name. */
export const endpoints = {
  ...platformEndpoints,
  ...identityEndpoints,
  ...organisationEndpoints,
  ...learningEndpoints,
  ...questionBankEndpoints,
  ...questionFileEndpoints,
  ...quizEndpoints,
  ...attemptEndpoints,
  ...supervisionEndpoints,
  ...markingEndpoints,
  ...analysisEndpoints,
  ...enrolmentEndpoints,
  ...certificationEndpoints,
  ...reportingEndpoints,
};
export type EndpointName = keyof typeof endpoints;
