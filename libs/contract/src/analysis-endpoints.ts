/** The room of the endpoints of analysis. */
import { z } from 'zod';
import { analysisFilter, analysisRow, questionAnalysis, quizAnalysis } from './analysis';
import { params } from './common';
import { endpoint } from './endpoint';

export const analysisEndpoints = {
  listAnalyses: endpoint({
    method: 'GET',
    path: '/api/analyses',
    summary: 'Quizzes of the own scope that have results, with their main figures.',
    response: z.object({ items: z.array(analysisRow) }),
    permission: 'attempt.inspect',
    errors: [],
  }),
  readAnalysis: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId/analysis',
    summary: 'Statistics of a quiz and its questions, over all results or those a filter leaves.',
    params: params('quizId'),
    query: analysisFilter,
    response: quizAnalysis,
    permission: 'attempt.inspect',
    errors: ['not_found'],
  }),
  readQuestionAnalysis: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId/analysis/questions/:questionId',
    summary: 'Who gave which answer to one question of a quiz, version by version.',
    params: params('quizId', 'questionId'),
    query: analysisFilter.extend({ slotId: z.string().min(1).max(40) }),
    response: questionAnalysis,
    permission: 'attempt.inspect',
    errors: ['not_found'],
  }),
  exportAnalysis: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId/analysis.xlsx',
    summary: 'The same as a workbook for Excel, with the score of each officer; audited.',
    params: params('quizId'),
    query: analysisFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    permission: 'attempt.inspect',
    errors: ['not_found', 'no_results', 'analysis_not_ready'],
  }),
};
