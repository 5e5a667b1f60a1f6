/** The room of what both sides agree on: shapes, routes, permissions, error codes and events. */
// The contract is the one library whose every name is public: that is what it is for.
export * from './analysis';
export * from './analysis-endpoints';
export * from './analysis-signs';
export * from './attempt';
export * from './attempt-endpoints';
export * from './certification';
export * from './common';
export * from './endpoint';
export * from './endpoints';
export * from './enrolment';
export * from './errors';
export * from './events';
export * from './identity';
export * from './learning';
export * from './marking';
export * from './marking-endpoints';
export * from './organisation';
export * from './permissions';
export * from './platform';
export * from './question-bank';
export * from './question-content';
export * from './question-files';
export * from './question-paper';
export * from './quiz';
export * from './reporting';
export * from './supervision';
