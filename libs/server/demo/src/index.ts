/** The room of the demonstration academy: loaded on the first start only, through the domains' own commands. */
export { loadDemo } from './load-demo';
