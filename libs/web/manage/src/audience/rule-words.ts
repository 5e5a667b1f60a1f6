/** The room where a rule is said in words, one phrase for each condition. */
import type { AudienceRule } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectAudienceText } from './i18n/text';

/** Names of what a rule speaks of by id; null where it is not known here. */
export interface RuleNames {
  unit(id: string): string | null;
  course(id: string): string | null;
  programme(id: string): string | null;
}

/** Names listed before "and others". */
const LISTED = 3;

type Words = ReturnType<typeof injectAudienceText>;
type ManageWords = ReturnType<typeof injectText>;

/** Inside of a sentence; what is written in capitals stays so. */
const small = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

const few = (names: readonly string[], t: Words): string => {
  const shown = names.slice(0, LISTED).join(', ');
  const left = names.length - LISTED;
  return left > 0 ? t('words.more', { names: shown, count: left }) : shown;
};

function appointedWords({ appointedFrom, appointedTo }: AudienceRule, t: Words): string[] {
  const [from, to] = [formatDay(appointedFrom), formatDay(appointedTo)];
  if (appointedFrom && appointedTo) return [t('words.appointedBetween', { from, to })];
  if (appointedFrom) return [t('words.appointedFrom', { from })];
  return appointedTo ? [t('words.appointedTo', { to })] : [];
}

function completedWords({ completed }: AudienceRule, names: RuleNames, t: Words): string[] {
  if (!completed) return [];
  const { courseId, programmeId, since, done } = completed;
  const known =
    (courseId && names.course(courseId)) || (programmeId && names.programme(programmeId));
  const name = known || t('words.something');
  const words = t(done ? 'words.done' : 'words.notDone', { name });
  return [since ? `${words}, ${t('words.since', { day: formatDay(since) })}` : words];
}

/** For a component: the phrases of a rule, in the present language. An empty rule means everybody. */
export function injectRuleWords(): (rule: AudienceRule, names: RuleNames) => string[] {
  const t = injectAudienceText();
  const manage: ManageWords = injectText();
  return (rule, names) => {
    const units = rule.unitIds.map((id) => names.unit(id) ?? t('field.otherUnit'));
    const phrases = [
      ...(units.length ? [t('words.units', { names: few(units, t) })] : []),
      ...(rule.unitKinds.length
        ? [
            t('words.kinds', {
              names: few(
                rule.unitKinds.map((kind) => small(manage(`kind.${kind}`))),
                t,
              ),
            }),
          ]
        : []),
      ...(rule.jobPositions.length ? [few(rule.jobPositions, t)] : []),
      ...(rule.ranks.length ? [few(rule.ranks, t)] : []),
      ...(rule.staffCategories.length
        ? [
            few(
              rule.staffCategories.map((kind) => small(t(`staff.${kind}`))),
              t,
            ),
          ]
        : []),
      ...(rule.leadership === 'any' ? [] : [t(`words.${rule.leadership}`)]),
      ...appointedWords(rule, t),
      ...completedWords(rule, names, t),
    ];
    const { include, exclude } = rule;
    const [first = t('words.everybody'), ...rest] = phrases;
    return [
      first.charAt(0).toLocaleUpperCase('vi') + first.slice(1),
      ...rest,
      ...(include.length ? [t('words.include', { count: include.length })] : []),
      ...(exclude.length ? [t('words.exclude', { count: exclude.length })] : []),
    ];
  };
}
