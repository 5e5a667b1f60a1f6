/** What somebody still has to do holds the leaders' twelve months too, so that they are told of it like of any duty. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaderDuties0025 implements MigrationInterface {
  name = 'LeaderDuties9000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DUTIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

/**
 * The first two parts are those of 0022. The third: leaders who have not finished their programme and are neither exempt
 * by HR nor by the day of their appointment (Decree 171/2025 art. 16.2 and 41.4). The due day is the one of
 * `leaderStanding` in libs/rules; a test compares the two.
 */
const DUTIES = `
  create or replace view notification.duty as
    select 'course' as subject_kind, e.id as subject_id, e.officer_id, e.course_id as target_id, v.title,
           coalesce(s.due_on, e.due_on) as due_on, coalesce(s.grace_days, 0) as grace_days,
           coalesce(s.reason, e.reason) as reason, e.enrolled_at
      from enrolment.enrolment e
      join learning.course_version v on v.id = e.course_version_id
      left join lateral (
        select bool_or(c.state in ('due', 'overdue') and a.state = 'active') as stands,
               min(coalesce(c.extended_to, c.due_on))
                 filter (where c.state in ('due', 'overdue') and a.state = 'active') as due_on,
               min(a.grace_days) filter (where c.state in ('due', 'overdue') and a.state = 'active') as grace_days,
               min(a.reason) filter (where c.state in ('due', 'overdue') and a.state = 'active') as reason
          from enrolment.assignment_case c
          join enrolment.assignment a on a.id = c.assignment_id
         where c.enrolment_id = e.id and c.state <> 'done') s on true
     where e.state in ('not_started', 'in_progress')
       and coalesce(s.stands, true)
       and not exists (
         select 1 from enrolment.programme_course k
           join enrolment.programme_enrolment p on p.id = k.programme_enrolment_id
          where k.enrolment_id = e.id and p.state in ('not_started', 'in_progress'))
    union all
    select 'programme', e.id, e.officer_id, e.programme_id, v.title,
           coalesce(s.due_on, e.due_on), coalesce(s.grace_days, 0), coalesce(s.reason, e.reason), e.enrolled_at
      from enrolment.programme_enrolment e
      join learning.programme_version v on v.id = e.programme_version_id
      left join lateral (
        select bool_or(c.state in ('due', 'overdue') and a.state = 'active') as stands,
               min(coalesce(c.extended_to, c.due_on))
                 filter (where c.state in ('due', 'overdue') and a.state = 'active') as due_on,
               min(a.grace_days) filter (where c.state in ('due', 'overdue') and a.state = 'active') as grace_days,
               min(a.reason) filter (where c.state in ('due', 'overdue') and a.state = 'active') as reason
          from enrolment.assignment_case c
          join enrolment.assignment a on a.id = c.assignment_id
         where c.programme_enrolment_id = e.id and c.state <> 'done') s on true
     where e.state in ('not_started', 'in_progress')
       and coalesce(s.stands, true)
    union all
    -- told in the reader's language; the title stands where something else only lists titles
    select 'leader', d.officer_id, d.officer_id, null::uuid, 'Chương trình bồi dưỡng lãnh đạo, quản lý',
           (d.appointed_on + interval '12 months')::date, 0,
           'Nghị định 171/2025/NĐ-CP, khoản 2 Điều 16',
           d.appointed_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
      from enrolment.leader_duty d
     where d.done_on is null and d.exemption_id is null and d.appointed_on >= date '2025-06-30';
`;
