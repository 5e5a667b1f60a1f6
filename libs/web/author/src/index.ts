/** The room of the "author" pages: exports its routes only. */
export { authorRoutes } from './author.routes';
