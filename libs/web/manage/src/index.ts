/** The room of the "manage" pages: exports its routes only. */
export { manageRoutes } from './manage.routes';
