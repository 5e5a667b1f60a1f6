/** The room of running exams, marking and analysis: for supervisors, markers and inspectors. */
export { examineRoutes } from './examine.routes';
