/** The room of the statements that find who is to be told what, from the state of things. */
import type { NoticeSchedule } from '@tap-huan/contract';
import { LEADER_WARNING_DAYS, reminderSteps } from '@tap-huan/rules';
import type { ToTell } from '../message/message-writer';

/** What has been assigned for longer is no news: nothing is told of the past when the product is brought up to date. */
const NEWS_DAYS = 3;
/** An appointment is often entered weeks after its day. */
const APPOINTMENT_NEWS_DAYS = 30;
/** Units that a digest names. */
const UNITS_NAMED = 5;

const ITEM = `jsonb_build_object('kind', d.subject_kind, 'id', d.subject_id, 'title', d.title, 'dueOn', d.due_on,
  'reason', d.reason)`;

/** The calendar day in Vietnam of an instant in SQL. */
const dayOf = (instant: string): string => `(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Duties that somebody was given in the last days. */
export const assigned = (now: Date): ToTell => ({
  kind: 'assigned',
  params: [now],
  sql: `
    select 'assigned:' || d.subject_kind || ':' || d.subject_id as key, d.subject_kind, d.subject_id, p.account_id,
           ${ITEM} as item, coalesce(d.due_on::text, '9999') || d.title as place
      from notification.duty d
      join organisation.present_officer p on p.id = d.officer_id
     where d.enrolled_at > $1::timestamptz - interval '${NEWS_DAYS} days' and d.enrolled_at <= $1
       and p.account_id is not null and d.subject_kind <> 'leader'`,
});

/** The reminders that a day brings to the officers themselves, for one kind. */
export function reminders(
  kind: 'due_soon' | 'due_today' | 'overdue',
  day: string,
  schedule: NoticeSchedule,
): ToTell {
  const steps = reminderSteps(schedule).filter((step) => step.kind === kind);
  const due = kind === 'overdue' ? '(d.due_on + d.grace_days)' : 'd.due_on';
  return {
    kind,
    params: [day, steps.map(({ late }) => late), steps.map(({ step }) => step)],
    sql: `
      select '${kind}:' || d.subject_kind || ':' || d.subject_id || ':' || d.due_on || ':' || s.step as key,
             d.subject_kind, d.subject_id, p.account_id, ${ITEM} as item, d.due_on::text || d.title as place
        from unnest($2::int[], $3::int[]) as s (late, step)
        join notification.duty d on ${due} = $1::date - s.late
        join organisation.present_officer p on p.id = d.officer_id
       where p.account_id is not null and d.subject_kind <> 'leader'
         -- Who got it within these days was told the due day with it.
         and ${dayOf('d.enrolled_at')} < $1::date
         and ${dayOf('d.enrolled_at')} <= d.due_on - ${kind === 'due_soon' ? 's.step' : '0'}`,
  };
}

const LEADER_ITEM = `${ITEM} || jsonb_build_object('post', p.leadership, 'appointedOn', p.appointed_on,
  'left', d.due_on - $1::date)`;

/** Leaders whose twelve months began in the last weeks: they are told the deadline at the outset, once. */
export const appointed = (day: string): ToTell => ({
  kind: 'leader_due',
  params: [day],
  sql: `
    select 'leader_due:leader:' || d.subject_id || ':' || d.due_on || ':appointed' as key,
           d.subject_kind, d.subject_id, p.account_id, ${LEADER_ITEM} as item, '' as place
      from notification.duty d
      join organisation.present_officer p on p.id = d.officer_id
     where d.subject_kind = 'leader' and p.account_id is not null
       and p.appointed_on between $1::date - ${APPOINTMENT_NEWS_DAYS} and $1::date`,
});

/** What a day brings to leaders before the last day of their twelve months, on it, and after it. */
export function leaderReminders(
  kind: 'leader_due' | 'leader_overdue',
  day: string,
  schedule: NoticeSchedule,
): ToTell {
  const { leaderBeforeDays: beforeDays } = schedule;
  const steps = reminderSteps({ ...schedule, beforeDays }).filter((step) =>
    kind === 'leader_due'
      ? step.kind === 'due_soon' || step.kind === 'due_today'
      : step.kind === 'overdue',
  );
  return {
    kind,
    params: [day, steps.map(({ late }) => late), steps.map(({ step }) => step)],
    sql: `
      select '${kind}:leader:' || d.subject_id || ':' || d.due_on || ':' || s.step as key,
             d.subject_kind, d.subject_id, p.account_id, ${LEADER_ITEM} as item, '' as place
        from unnest($2::int[], $3::int[]) as s (late, step)
        join notification.duty d on d.due_on = $1::date - s.late and d.subject_kind = 'leader'
        join organisation.present_officer p on p.id = d.officer_id
       where p.account_id is not null`,
  };
}

/** What superiors are told of their people who are overdue. */
export function escalations(day: string, schedule: NoticeSchedule): ToTell {
  const steps = reminderSteps(schedule).filter((step) => step.kind === 'escalation');
  return {
    kind: 'escalation',
    params: [day, steps.map(({ late }) => late), steps.map(({ step }) => step)],
    sql: `
      select 'escalation:' || d.subject_kind || ':' || d.subject_id || ':' || d.due_on || ':' || s.step as key,
             d.subject_kind, d.subject_id, a.account_id,
             ${ITEM} || jsonb_build_object('name', p.full_name, 'unit', p.unit_name, 'late', s.late) as item,
             p.unit_name || p.sort_key as place
        from unnest($2::int[], $3::int[]) as s (late, step)
        join notification.duty d on (d.due_on + d.grace_days) = $1::date - s.late
        join organisation.present_officer p on p.id = d.officer_id
       cross join lateral (select notification.superior_of(p.id) as account_id) a
       where a.account_id is not null`,
  };
}

/** How the units of each HR account stand this week; nobody is told that nothing is to be told. */
export const digests = (now: Date, day: string): ToTell => ({
  kind: 'digest',
  params: [now, day],
  sql: `
    with fact as (
      select p.unit_id,
             count(*) filter (where d.due_on + d.grace_days < $2::date) as overdue,
             count(*) filter (where d.due_on between $2::date and $2::date + 7) as soon,
             count(*) filter (where p.account_id is null) as unreachable, 0::bigint as done,
             0::bigint as leaders_late, 0::bigint as leaders_soon
        from notification.duty d join organisation.present_officer p on p.id = d.officer_id
       where d.subject_kind <> 'leader'
       group by p.unit_id
       union all
      select p.unit_id, 0, 0, count(*) filter (where p.account_id is null), 0,
             count(*) filter (where d.due_on < $2::date), count(*) filter (where d.due_on >= $2::date)
        from notification.duty d join organisation.present_officer p on p.id = d.officer_id
       where d.subject_kind = 'leader' and d.due_on <= $2::date + ${LEADER_WARNING_DAYS}
       group by p.unit_id
       union all
      select p.unit_id, 0, 0, 0, count(*), 0, 0
        from enrolment.enrolment e join organisation.present_officer p on p.id = e.officer_id
       where e.state = 'completed' and e.completed_at > $1::timestamptz - interval '7 days'
       group by p.unit_id),
    unit_fact as (
      select u.id, u.name, u.path, sum(f.overdue)::int as overdue, sum(f.soon)::int as soon,
             sum(f.done)::int as done, sum(f.unreachable)::int as unreachable,
             sum(f.leaders_late)::int as leaders_late, sum(f.leaders_soon)::int as leaders_soon
        from fact f join organisation.unit u on u.id = f.unit_id group by u.id),
    of_account as (
      select distinct g.account_id, f.id, f.name, f.overdue, f.soon, f.done, f.unreachable,
             f.leaders_late, f.leaders_soon
        from identity.access_grant g
        join organisation.unit r on r.id = g.unit_id
        join unit_fact f on r.path @> f.path
       where g.role = 'hr')
    select 'digest:' || o.account_id || ':' || $2 as key, 'account' as subject_kind, o.account_id as subject_id,
           o.account_id,
           jsonb_build_object(
             'overdue', sum(o.overdue), 'soon', sum(o.soon), 'done', sum(o.done), 'unreachable', sum(o.unreachable),
             'leadersLate', sum(o.leaders_late), 'leadersSoon', sum(o.leaders_soon),
             'unit', (select string_agg(u.name, ', ' order by u.path) from identity.access_grant g
                        join organisation.unit u on u.id = g.unit_id
                       where g.account_id = o.account_id and g.role = 'hr'),
             'units', jsonb_path_query_array(
               coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'overdue', o.overdue)
                                  order by o.overdue desc, o.name) filter (where o.overdue > 0), '[]'),
               '$[0 to ${UNITS_NAMED - 1}]')) as item,
           '' as place
      from of_account o
     group by o.account_id
    having sum(o.overdue) + sum(o.soon) + sum(o.done) + sum(o.leaders_late) + sum(o.leaders_soon) > 0`,
});
