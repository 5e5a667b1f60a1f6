/** The room of the "learn" pages: exports its routes only. */
export { learnRoutes } from './learn.routes';
