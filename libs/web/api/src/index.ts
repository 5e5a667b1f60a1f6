/** The room of the typed client, the session and problems in words. */
export { addressState, type AddressState } from './address';
export { Api, type CallOptions, kept, RE_SIGN_IN, read } from './api';
export { ApiFailure, type FailureCode, isFailure } from './failure';
export { requirePermission, requireSignIn } from './guards';
export { Problems, problemTexts } from './problems';
export { SessionStore } from './session';
export { UnsavedWork } from './unsaved-work';
