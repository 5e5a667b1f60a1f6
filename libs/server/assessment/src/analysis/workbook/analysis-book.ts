/** The room where an analysis becomes a workbook for Excel. */
import type { Readable } from 'node:stream';
import type { AnalysisBody, AnalysisFilter, QuizAnalysis } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import { workbookStream } from '@tap-huan/server/platform';
import type { StoredQuestion } from '../question-figures';
import type { ScoreLine } from '../score.reader';
import { audienceSheet, distributionSheet, scoreSheet, unitSheet } from './group-sheets';
import { answerSheet, itemSheet, raschSheet, timeSheet } from './item-sheets';
import { overviewSheet } from './overview-sheet';

/** What the workbook is of. */
export interface BookTitle extends Pick<QuizAnalysis, 'quizTitle' | 'courseTitle' | 'versions'> {
  filter: AnalysisFilter;
  unitName: string | null;
  /** Day on which it is made. */
  madeOn: string;
}

export interface BookContent {
  title: BookTitle;
  analysis: AnalysisBody;
  questions: readonly StoredQuestion[];
  scores: readonly ScoreLine[];
  computedAt: Date;
}

const CHOSEN: Record<AnalysisFilter['attempts'], string> = {
  first: 'lượt đầu của mỗi học viên',
  best: 'lượt cao điểm nhất của mỗi học viên',
  all: 'mọi lượt làm bài',
};

/** The filter in words, under the title of each sheet. */
export function filterWords({ filter, unitName, versions }: BookTitle): string {
  const version = versions.find(({ versionId }) => versionId === filter.versionId);
  return [
    CHOSEN[filter.attempts],
    version ? `phiên bản ${version.number}` : '',
    unitName === null ? '' : `đơn vị: ${unitName}`,
    filter.jobPosition === undefined ? '' : `vị trí việc làm: ${filter.jobPosition}`,
    filter.from === undefined ? '' : `từ ngày ${formatDay(filter.from)}`,
    filter.to === undefined ? '' : `đến ngày ${formatDay(filter.to)}`,
  ]
    .filter(Boolean)
    .join('  ·  ');
}

/** The workbook as a stream of an .xlsx file. */
export function analysisBook(content: BookContent): Readable {
  const note = filterWords(content.title);
  const { analysis, questions, scores } = content;
  const sheets = [
    overviewSheet(content, note),
    itemSheet(analysis, questions, note),
    answerSheet(questions, note),
    distributionSheet(analysis, note),
    scoreSheet(scores, note),
    timeSheet(analysis, note),
    unitSheet(analysis, note),
    audienceSheet(analysis, note),
    ...(analysis.rasch ? [raschSheet(analysis, analysis.rasch, note)] : []),
  ];
  return workbookStream(sheets);
}
