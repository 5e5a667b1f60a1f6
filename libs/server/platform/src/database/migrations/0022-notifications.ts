/** Notices to people and what became of their mails, the words they are written in, calendars, and when reminders go out. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications0022 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'Notifications9000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MESSAGES);
    await runner.query(CHOICES);
    await runner.query(DUTIES);
    await runner.query(SUPERIORS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const MESSAGES = `
  create schema if not exists notification;

  create table notification.message (
    id uuid primary key,
    account_id uuid not null references identity.account (id) on delete cascade,
    kind text not null,
    -- what was told, once: kind, case, due day, step
    key text not null constraint message_key unique,
    -- what the words are filled with
    params jsonb not null,
    created_at timestamptz not null,
    read_at timestamptz,
    mail_state text not null check (mail_state in ('none', 'waiting', 'sent', 'failed', 'skipped')),
    mail_to text,
    mail_attempts integer not null default 0,
    -- not before
    mail_after timestamptz,
    mail_sent_at timestamptz,
    mail_fault text check (mail_fault in ('refused', 'unreachable', 'other')),
    -- as sent; null while it is not
    mail_subject text,
    mail_text text,
    check (mail_state <> 'waiting' or (mail_to is not null and mail_after is not null))
  );
  create index message_account on notification.message (account_id, created_at desc);
  create index message_unread on notification.message (account_id) where read_at is null;
  create index message_created on notification.message (created_at desc);
  create index message_waiting on notification.message (mail_after) where mail_state = 'waiting';

  -- One row for each step of each case that somebody was told of: nobody is told twice, whoever computes and how often.
  create table notification.told (
    key text primary key,
    message_id uuid not null references notification.message (id) on delete cascade,
    subject_kind text not null,
    subject_id uuid not null,
    at timestamptz not null
  );
  create index told_message on notification.told (message_id);

  -- What has just been assigned is asked for every minute.
  create index enrolment_enrolled on enrolment.enrolment (enrolled_at);
  create index programme_enrolment_enrolled on enrolment.programme_enrolment (enrolled_at);
`;

const CHOICES = `
  -- Words of the academy in place of those that the product brings.
  create table notification.template (
    kind text not null,
    language text not null check (language in ('vi', 'en')),
    subject text not null check (subject is nfc normalized),
    body text not null check (body is nfc normalized),
    updated_at timestamptz not null,
    updated_by uuid references identity.account (id),
    primary key (kind, language)
  );

  create table notification.preference (
    account_id uuid primary key references identity.account (id) on delete cascade,
    -- null: the address of the staff record
    email text,
    -- kinds that come without a mail
    mail_off text[] not null default '{}',
    updated_at timestamptz not null
  );

  create table notification.calendar (
    account_id uuid primary key references identity.account (id) on delete cascade,
    -- SHA-256 of the secret in the link, hex; the secret itself is shown once
    token_hash text not null constraint calendar_token unique,
    created_at timestamptz not null,
    read_at timestamptz
  );

  -- One row.
  create table notification.schedule (
    id integer primary key check (id = 1),
    -- the contract's noticeSchedule; null: as the product brings it
    body jsonb,
    updated_at timestamptz,
    updated_by uuid references identity.account (id),
    -- the last day whose reminders went out, and the last day with a digest
    reminded_on date,
    digested_on date
  );
  insert into notification.schedule (id) values (1);
`;

/**
 * What somebody still has to do, computed from the state and never from an event: whoever is done, excused or withdrawn is
 * not in it. Courses of a programme are reminded of through the programme.
 */
const DUTIES = `
  create index assignment_case_programme on enrolment.assignment_case (programme_enrolment_id)
    where programme_enrolment_id is not null;

  create view notification.duty as
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
       and coalesce(s.stands, true);

  -- Who can be told, and where mails go.
  create view notification.reader as
    select a.id as account_id, a.full_name, a.language, o.id as officer_id,
           coalesce(f.email, o.email) as email, coalesce(f.mail_off, '{}') as mail_off
      from identity.account a
      left join organisation.officer o on o.account_id = a.id
      left join notification.preference f on f.account_id = a.id
     where a.disabled_at is null;
`;

const SUPERIORS = `
  -- The account of an officer's superior: whoever leads the officer's own unit, else the nearest unit above, and can be
  -- told. Of several leaders the head comes before the deputies; nobody answers for themselves or for their own head.
  create function notification.superior_of(officer uuid) returns uuid
  language sql stable parallel safe as $$
    select s.account_id
      from organisation.present_officer me
      join organisation.present_officer s
        on s.unit_id = any (string_to_array(me.unit_path::text, '.')::uuid[])
       and s.leadership is not null and s.id <> me.id
      join identity.account a on a.id = s.account_id and a.disabled_at is null
     where me.id = $1
       and (s.unit_id <> me.unit_id or me.leadership is null
            or (lower(me.leadership) like 'phó%' and lower(s.leadership) not like 'phó%'))
     order by public.nlevel(s.unit_path) desc, (lower(s.leadership) like 'phó%'), s.appointed_on, s.staff_code
     limit 1
  $$;
`;
