/** Courses, their versions, modules, lessons and media. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Learning0005 implements MigrationInterface {
  name = 'Learning0005000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COURSES);
    await runner.query(LESSONS);
    await runner.query(MEDIA);
    await runner.query(IMMUTABILITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const COURSES = `
  create schema if not exists learning;

  create table learning.course (
    id uuid primary key,
    code text not null constraint course_code unique check (code is nfc normalized and code <> ''),
    unit_id uuid not null references organisation.unit (id),
    bank_id uuid not null constraint course_bank unique references assessment.bank (id),
    -- null: the system
    created_by uuid references identity.account (id),
    created_at timestamptz not null
  );
  create index course_unit on learning.course (unit_id);

  create table learning.course_version (
    id uuid primary key,
    course_id uuid not null references learning.course (id),
    number integer not null check (number >= 1),
    state text not null check (state in ('draft', 'published')),
    title text not null check (title is nfc normalized),
    summary text not null check (summary is nfc normalized),
    audience text not null check (audience is nfc normalized),
    -- periods (tiết)
    hours integer not null check (hours between 1 and 400),
    -- decree 171/2025/NĐ-CP art. 14
    content_group text not null check (content_group in ('political_theory', 'defence_security',
      'state_management', 'job_position', 'science_digital')),
    -- decree 171/2025/NĐ-CP art. 25
    delivery_form text not null check (delivery_form in ('in_person', 'online', 'blended')),
    legal_basis jsonb not null check (jsonb_typeof(legal_basis) = 'array'),
    -- the day up to which the law was looked at
    as_of date,
    revision integer not null check (revision >= 1),
    updated_at timestamptz not null,
    published_at timestamptz,
    constraint course_version_number unique (course_id, number),
    check ((state = 'published') = (published_at is not null))
  );
  create unique index course_version_one_draft on learning.course_version (course_id)
    where state = 'draft';
`;

const LESSONS = `
  create table learning.module (
    id uuid primary key,
    course_version_id uuid not null references learning.course_version (id),
    title text not null check (title is nfc normalized),
    ordinal integer not null check (ordinal >= 1),
    -- deferred, so that an outline is arranged in one statement
    constraint module_ordinal unique (course_version_id, ordinal) deferrable initially deferred
  );

  create table learning.lesson (
    id uuid primary key,
    -- the same from version to version; progress hangs on it
    key uuid not null,
    module_id uuid not null references learning.module (id),
    ordinal integer not null check (ordinal >= 1),
    kind text not null check (kind in ('reading', 'quiz')),
    title text not null check (title is nfc normalized),
    -- sanitised
    body_html text not null check (body_html is nfc normalized),
    minutes integer not null check (minutes between 1 and 600),
    legal_basis jsonb not null check (jsonb_typeof(legal_basis) = 'array'),
    as_of date,
    quiz_id uuid references assessment.quiz (id),
    -- set when the course version is published
    quiz_version_id uuid references assessment.quiz_version (id),
    revision integer not null check (revision >= 1),
    constraint lesson_ordinal unique (module_id, ordinal) deferrable initially deferred,
    check ((kind = 'quiz') = (quiz_id is not null)),
    check (quiz_version_id is null or quiz_id is not null)
  );
  create index lesson_key on learning.lesson (key);
  create index lesson_quiz on learning.lesson (quiz_id);
`;

const MEDIA = `
  create table learning.media (
    id uuid primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null check (name is nfc normalized and name <> ''),
    mime_type text not null,
    size bigint not null check (size >= 0),
    -- whose authors may use it; null: whoever wrote a lesson with it
    unit_id uuid references organisation.unit (id),
    -- null: the system
    uploaded_by uuid references identity.account (id),
    uploaded_at timestamptz not null
  );
  create index media_unit on learning.media (unit_id);

  create table learning.lesson_attachment (
    lesson_id uuid not null references learning.lesson (id) on delete cascade,
    media_id uuid not null references learning.media (id),
    title text not null check (title is nfc normalized),
    ordinal integer not null check (ordinal >= 1),
    primary key (lesson_id, media_id)
  );
  create index lesson_attachment_media on learning.lesson_attachment (media_id);

  -- Every medium that a lesson attaches or shows: who may read the lesson may read these.
  create table learning.lesson_medium (
    lesson_id uuid not null references learning.lesson (id) on delete cascade,
    media_id uuid not null references learning.media (id),
    primary key (lesson_id, media_id)
  );
  create index lesson_medium_media on learning.lesson_medium (media_id);
`;

/** The second lock on what is published; the first one is in the services. */
const IMMUTABILITY = `
  create function learning.refuse_published_change() returns trigger language plpgsql as $$
    begin
      if old.state = 'published' then
        raise exception 'a published course version never changes';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$;
  create trigger course_version_immutable before update or delete on learning.course_version
    for each row execute function learning.refuse_published_change();

  -- The lock keeps the version from being published while something under it changes.
  create function learning.require_draft(version uuid) returns void language plpgsql as $$
    declare found_state text;
    begin
      select state into found_state from learning.course_version where id = version for share;
      if found_state = 'published' then
        raise exception 'what is under a published course version never changes';
      end if;
    end $$;

  create function learning.module_requires_draft() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then perform learning.require_draft(old.course_version_id); end if;
      if tg_op = 'DELETE' then return old; end if;
      perform learning.require_draft(new.course_version_id);
      return new;
    end $$;
  create trigger module_immutable before insert or update or delete on learning.module
    for each row execute function learning.module_requires_draft();

  create function learning.lesson_requires_draft() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        perform learning.require_draft(m.course_version_id) from learning.module m where m.id = old.module_id;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      perform learning.require_draft(m.course_version_id) from learning.module m where m.id = new.module_id;
      return new;
    end $$;
  create trigger lesson_immutable before insert or update or delete on learning.lesson
    for each row execute function learning.lesson_requires_draft();

  create function learning.part_requires_draft() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        perform learning.require_draft(m.course_version_id)
          from learning.lesson l join learning.module m on m.id = l.module_id where l.id = old.lesson_id;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      perform learning.require_draft(m.course_version_id)
        from learning.lesson l join learning.module m on m.id = l.module_id where l.id = new.lesson_id;
      return new;
    end $$;
  create trigger lesson_attachment_immutable before insert or update or delete on learning.lesson_attachment
    for each row execute function learning.part_requires_draft();
  create trigger lesson_medium_immutable before insert or update or delete on learning.lesson_medium
    for each row execute function learning.part_requires_draft();

  create function learning.refuse_media_change() returns trigger language plpgsql as $$
    begin raise exception 'a medium never changes; upload another'; end $$;
  create trigger media_immutable before update on learning.media
    for each row execute function learning.refuse_media_change();
`;
