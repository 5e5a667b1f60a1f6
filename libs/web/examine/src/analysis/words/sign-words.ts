/** The room where a sign becomes words: how grave it is, its name, and a sentence with its figures. */
import type { AnalysedItemSign, AnalysedQuizSign, Language } from '@tap-huan/contract';
import { NOTHING, type Tone } from '@tap-huan/web/ui';
import type { AnalysisTranslate } from '../i18n/text';
import { answerName } from './answer-name';
import { shownNumber, shownShare } from './shown';

export interface SignWords {
  code: string;
  tone: Tone;
  short: string;
  long: string;
}

const ITEM_TONES: Record<AnalysedItemSign['code'], Tone> = {
  key_may_be_wrong: 'bad',
  key_never_chosen: 'bad',
  discriminates_negatively: 'bad',
  effective_weight_negative: 'bad',
  below_guess: 'bad',
  same_mark_for_all: 'warning',
  too_easy: 'warning',
  too_hard: 'warning',
  guessing_likely: 'warning',
  guess_high: 'warning',
  discriminates_weakly: 'warning',
  efficiency_low: 'warning',
  distractor_unused: 'neutral',
  few_attempts: 'neutral',
};

const QUIZ_TONES: Record<AnalysedQuizSign['code'], Tone> = {
  few_attempts: 'warning',
  mean_low: 'warning',
  mean_high: 'warning',
  spread_low: 'warning',
  spread_high: 'warning',
  skewness_low: 'warning',
  skewness_high: 'warning',
  kurtosis_low: 'neutral',
  kurtosis_high: 'warning',
  cic_satisfactory: 'good',
  cic_unsatisfactory: 'bad',
};

const GRAVITY: Tone[] = ['bad', 'warning', 'neutral', 'good'];
const byGravity = (a: SignWords, b: SignWords): number =>
  GRAVITY.indexOf(a.tone) - GRAVITY.indexOf(b.tone);

type Params = AnalysedItemSign['params'];

/** A figure of a sign; a sign without it has none. */
function figure(params: Params, name: string): number | null {
  const value = params[name];
  return typeof value === 'number' ? value : null;
}

const text = (params: Params, name: string): string | null => {
  const value = params[name];
  return typeof value === 'string' ? value : null;
};

/** Everything that the sentences may name. */
function namedIn(params: Params, t: AnalysisTranslate, language: Language): Record<string, string> {
  const rest = figure(params, 'restMaximum');
  const ofRest = (name: string): string => {
    const marks = figure(params, name);
    return marks === null || rest === null || rest === 0
      ? NOTHING
      : shownShare(marks / rest, language);
  };
  const value = ['discrimination', 'efficiency', 'skewness', 'kurtosis']
    .map((name) => figure(params, name))
    .find((found) => found !== null);
  const decimals = 'skewness' in params || 'kurtosis' in params ? 2 : 0;
  const label = text(params, 'label');
  const key = text(params, 'key');
  return {
    answer:
      label === null
        ? ''
        : answerName({ label, letter: text(params, 'letter'), text: text(params, 'text') }, t),
    key:
      key === null
        ? ''
        : answerName(
            { label: key, letter: text(params, 'keyLetter'), text: text(params, 'keyText') },
            t,
          ),
    share: shownShare(figure(params, 'share'), language),
    facility: shownShare(figure(params, 'facility'), language),
    guess: shownShare(figure(params, 'guess'), language),
    spread: shownShare(figure(params, 'spread'), language),
    // of a quiz it is a share; of an answer, marks in the rest
    mean: rest === null ? shownShare(figure(params, 'mean'), language) : ofRest('mean'),
    keyMean: ofRest('keyMean'),
    cic: shownNumber(figure(params, 'cic'), language, 0),
    value: shownNumber(value ?? null, language, decimals),
    attempts: shownNumber(figure(params, 'attempts'), language, 0),
    least: shownNumber(figure(params, 'least'), language, 0),
  };
}

/** Signs of a question, the gravest first. */
export const itemSignWords = (
  signs: readonly AnalysedItemSign[],
  t: AnalysisTranslate,
  language: Language,
): SignWords[] =>
  signs
    // a negative efficiency says the same once more
    .filter(({ code, params }) => code !== 'efficiency_low' || Number(params['efficiency']) >= 0)
    .map(({ code, params }) => {
      const named = namedIn(params, t, language);
      return {
        code,
        tone: ITEM_TONES[code],
        short: t(`itemSigns.${code}.short`, named),
        long: t(`itemSigns.${code}.long`, named),
      };
    })
    .sort(byGravity);

/** Signs of a quiz, the gravest first. */
export const quizSignWords = (
  signs: readonly AnalysedQuizSign[],
  t: AnalysisTranslate,
  language: Language,
): SignWords[] =>
  signs
    .map(({ code, params }) => ({
      code,
      tone: QUIZ_TONES[code],
      short: t(`quizSigns.${code}.short`),
      long: t(`quizSigns.${code}.long`, namedIn(params, t, language)),
    }))
    .sort(byGravity);
