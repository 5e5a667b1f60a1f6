/** The room of what both sides agree on: shapes, routes, permissions, error codes and events. */
import { assessmentEndpoints } from './assessment';
import { certificationEndpoints } from './certification';
import { enrolmentEndpoints } from './enrolment';
import { identityEndpoints } from './identity';
import { learningEndpoints } from './learning';
import { organisationEndpoints } from './organisation';
import { platformEndpoints } from './platform';
import { reportingEndpoints } from './reporting';

// The contract is the one library whose every name is public: that is what it is for.
export * from './assessment';
export * from './certification';
export * from './common';
export * from './endpoint';
export * from './enrolment';
export * from './errors';
export * from './events';
export * from './identity';
export * from './learning';
export * from './organisation';
export * from './permissions';
export * from './platform';
export * from './questions';
export * from './reporting';

/** Every endpoint of the product, by name. */
export const endpoints = {
  ...platformEndpoints,
  ...identityEndpoints,
  ...organisationEndpoints,
  ...learningEndpoints,
  ...assessmentEndpoints,
  ...enrolmentEndpoints,
  ...certificationEndpoints,
  ...reportingEndpoints,
};
export type EndpointName = keyof typeof endpoints;
