/** The room where each column of a list is said in SQL. Nothing that a person typed is ever part of it. */
import type { LIST_COLUMNS, ListSubject } from '@tap-huan/contract';

/** The present officer `p` with the unit `u` and the one above it `above`. */
const PERSON = {
  fullName: 'p.full_name',
  staffCode: 'p.staff_code',
  birthDate: 'p.birth_date',
  unitName: 'p.unit_name',
  parentName: 'above.name',
  unitKind: 'u.kind',
  jobPosition: 'p.job_position',
  rank: 'p.rank',
  leadership: 'p.leadership',
  appointedOn: 'p.appointed_on',
  staffCategory: 'p.staff_category',
  email: 'p.email',
  phone: 'p.phone',
};

/** Of the course "e": enrolments that are not withdrawn. */
const enrolments = (condition: string): string =>
  `(select count(*)::int from enrolment.enrolment e
     where e.officer_id = p.id and e.state <> 'withdrawn' and ${condition})`;

const hoursIn = (year: string): string =>
  `coalesce((select sum(t.hours) from reporting.training t
     where t.officer_id = p.id and t.state = 'completed' and t.counts
       and extract(year from t.completed_on) = ${year}), 0)::int`;

/** $2 is today. */
const OFFICERS: Record<keyof (typeof LIST_COLUMNS)['officers'], string> = {
  ...PERSON,
  enrolments: enrolments('true'),
  completed: enrolments(`e.state = 'completed'`),
  open: enrolments(`e.state <> 'completed'`),
  overdue: enrolments(`e.state <> 'completed' and e.due_on < $2::date`),
  hoursThisYear: hoursIn('extract(year from $2::date)'),
  hoursLastYear: hoursIn('extract(year from $2::date) - 1'),
  lastCompletedOn: `(select max(t.completed_on) from reporting.training t
    where t.officer_id = p.id and t.state = 'completed')`,
  certificates: `(select count(*)::int from certification.certificate c
    where c.officer_id = p.id and c.state = 'issued')`,
};

/** The training `t` with the position of its day `q` and its certificate `c`. */
const TRAININGS: Record<keyof (typeof LIST_COLUMNS)['trainings'], string> = {
  ...PERSON,
  unitThen: 'reporting.name_at(q.unit_id, coalesce(t.completed_on, t.enrolled_on))',
  kind: 't.kind',
  code: 't.code',
  title: 't.title',
  contentGroup: 't.content_group',
  form: 'coalesce(t.source, t.delivery_form)',
  organiser: 't.organiser',
  state: 't.state',
  enrolledOn: 't.enrolled_on',
  dueOn: 't.due_on',
  completedOn: 't.completed_on',
  hours: 't.hours',
  scoreOfTen: 't.score_of_ten',
  // The bands of libs/rules (GRADE_BANDS), best first.
  grade: `case when t.score_of_ten >= 900 then 'Xuất sắc' when t.score_of_ten >= 800 then 'Giỏi'
    when t.score_of_ten >= 700 then 'Khá' when t.score_of_ten >= 500 then 'Trung bình'
    when t.score_of_ten is not null then 'Không đạt' end`,
  registerNo: 'c.register_no',
};

export const EXPRESSIONS: Record<ListSubject, Record<string, string>> = {
  officers: OFFICERS,
  trainings: TRAININGS,
};

/** Where the rows come from; $1 roots, $3 unit or null. */
const WHO = `
  join organisation.unit u on u.id = p.unit_id
  left join organisation.unit above on above.id = u.parent_id`;
const WITHIN = `
  p.unit_id in (select organisation.units_in($1::uuid[]))
  and ($3::uuid is null or p.unit_id in (select organisation.units_in(array[$3::uuid])))`;

export const SOURCES: Record<ListSubject, { from: string; where: string; key: string }> = {
  officers: { from: `organisation.present_officer p ${WHO}`, where: WITHIN, key: 'p.id' },
  trainings: {
    from: `organisation.present_officer p ${WHO}
      join reporting.training t on t.officer_id = p.id
      left join lateral reporting.post_at(t.officer_id, coalesce(t.completed_on, t.enrolled_on)) q on true
      left join certification.certificate c on c.enrolment_id = t.id`,
    where: WITHIN,
    key: 't.id',
  },
};
