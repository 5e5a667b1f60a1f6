/** The room of the "verify" pages: exports its routes only. */
export { verifyRoutes } from './verify.routes';
