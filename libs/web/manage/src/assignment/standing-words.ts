/** The room where the answer to "why is this officer (not) assigned?" becomes sentences. Pure functions. */
import type { OfficerStanding, StandingGround } from '@tap-huan/contract';
import { effectiveDue } from '@tap-huan/rules';
import { formatDay } from '@tap-huan/web/ui';
import { becauseWords, dueWords } from './assignment-words';
import type { injectAssignmentText } from './i18n/text';

type Words = ReturnType<typeof injectAssignmentText>;
type State = NonNullable<OfficerStanding['decided']>['state'];

/** Words of the contract for kinds of units and staff, in the present language. */
export type NameOf = (kind: 'unit_kinds' | 'staff_categories', word: string) => string;

/** One condition: what it asks, what the officer has of it, and whether that fits. */
export interface GroundWords {
  holds: boolean;
  asks: string;
  has: string | null;
}

/** Values listed before "and others". */
const LISTED = 4;

function listed(names: readonly string[], t: Words): string {
  const shown = names.slice(0, LISTED).join(', ');
  const left = names.length - LISTED;
  return left > 0 ? t('standing.more', { names: shown, count: left }) : shown;
}

/** First and last day of an appointment; one of them may be open. */
function periodWords([from = '', to = '']: readonly string[], t: Words): string {
  if (from && to) return t('standing.between', { from: formatDay(from), to: formatDay(to) });
  return from
    ? t('standing.from', { day: formatDay(from) })
    : t('standing.until', { day: formatDay(to) });
}

/** What the officer has comes first: of many values it is the one that is looked for. */
function askedWords(ground: StandingGround, t: Words, nameOf: NameOf): string {
  const { kind } = ground;
  const own = ground.actual?.toLowerCase();
  const isOwn = (word: string) => word.toLowerCase() === own;
  const asked = [...ground.asked.filter(isOwn), ...ground.asked.filter((word) => !isOwn(word))];
  switch (kind) {
    case 'unit_kinds':
    case 'staff_categories':
      return listed(
        asked.map((word) => nameOf(kind, word)),
        t,
      );
    case 'leadership':
      return t(asked[0] === 'leaders' ? 'standing.leaders' : 'standing.others');
    case 'appointed':
      return periodWords(ground.asked, t);
    case 'completed':
    case 'not_completed': {
      const [title = '', since = ''] = ground.asked;
      return since ? t('standing.since', { title, day: formatDay(since) }) : title;
    }
    default:
      return listed(asked, t);
  }
}

/** A condition in words. */
export function groundWords(ground: StandingGround, t: Words, nameOf: NameOf): GroundWords {
  const { kind, holds, actual } = ground;
  const asks = t(`standing.ground.${kind}`, { asked: askedWords(ground, t, nameOf) });
  // A completion and a name are told by the condition itself.
  const silent = ['completed', 'not_completed', 'named', 'excluded'].includes(kind);
  if (silent) return { holds, asks, has: null };
  const coded = kind === 'unit_kinds' || kind === 'staff_categories';
  const value = actual && (coded ? nameOf(kind, actual) : actual);
  const shown = value && (kind === 'appointed' ? formatDay(value) : value);
  return { holds, asks, has: t('standing.has', { actual: shown || t('standing.nothing') }) };
}

/** What a member fulfils and somebody else does not: who is named need not fit the rule. */
export function tellingGrounds({ member, grounds }: OfficerStanding): StandingGround[] {
  const isNamed = grounds.some(({ kind }) => kind === 'named');
  const ofAudience = grounds.find(({ kind }) => kind === 'audience_unit');
  // An audience and an assignment are often of the same unit: it is asked once then.
  const isSaid = ({ kind, holds, asked }: StandingGround) =>
    kind === 'assignment_unit' && holds === ofAudience?.holds && asked[0] === ofAudience.asked[0];
  return grounds.filter((ground) => !isSaid(ground) && (ground.holds || !member || !isNamed));
}

function asIf({ assignmentState: state, on }: OfficerStanding, today: string, t: Words): string[] {
  const day = formatDay(on);
  if (state === 'draft') return [t('standing.draft', { day })];
  if (state === 'paused') return [t('standing.paused')];
  return on > today ? [t('standing.ahead', { day })] : [];
}

function doneWords({ completedOn, validUntil }: OfficerStanding, t: Words): string {
  const day = formatDay(completedOn);
  return validUntil
    ? t('standing.doneUntil', { day, until: formatDay(validUntil) })
    : t('standing.done', { day });
}

/** In one word how it stands: the state of the case, or that nothing is asked. */
export const stateOf = ({ decided }: OfficerStanding): State | 'none' => decided?.state ?? 'none';

/** The whole answer, a sentence for each part. */
export function standingWords(standing: OfficerStanding, today: string, t: Words): string[] {
  const { decided, member, over, audienceName: audience } = standing;
  const before = asIf(standing, today, t);
  if (decided === null) {
    const why = !member ? t('standing.notMember', { audience }) : t('standing.tooLate');
    return [...before, over && member ? why : over ? `${t('why.ended')} ${why}` : why];
  }
  const { state, because } = decided;
  if (state === 'left') {
    return [...before, t(`why.${because.via === 'member' ? 'left' : because.via}`, { audience })];
  }
  const joined = becauseWords({ ...standing, ...decided }, t);
  if (state === 'done')
    return [...before, doneWords({ ...standing, completedOn: decided.doneOn }, t)];
  if (state === 'exempt') return [...before, t('standing.exempt'), ...joined];
  if (because.waits === 'renewal') {
    return [
      ...before,
      doneWords(standing, t),
      t('why.waitsRenewal', { day: formatDay(because.opensOn) }),
    ];
  }
  const due = dueWords({ ...standing, ...decided }, t);
  const until = effectiveDue(decided);
  const granted =
    decided.extendedTo !== null && until === decided.extendedTo
      ? [t('standing.extended', { day: formatDay(until) })]
      : [];
  const waits = standing.caseId === null && standing.assignmentState === 'active' && !before.length;
  return [...before, ...joined, ...due, ...granted, ...(waits ? [t('standing.soon')] : [])];
}
