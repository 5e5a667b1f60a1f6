/** Banks with categories, shares and stimuli; quizzes with sections, drawn questions and wider settings. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BANKS = `
  alter table assessment.bank
    add column created_at timestamptz not null default now(),
    add column created_by uuid references identity.account (id);

  -- Authors of the unit's subtree may draw from the bank, or also change it.
  create table assessment.bank_share (
    bank_id uuid not null references assessment.bank (id),
    unit_id uuid not null references organisation.unit (id),
    may text not null check (may in ('use', 'edit')),
    primary key (bank_id, unit_id)
  );
  create index bank_share_unit on assessment.bank_share (unit_id);

  create table assessment.category (
    id uuid primary key,
    bank_id uuid not null references assessment.bank (id),
    parent_id uuid references assessment.category (id),
    name text not null check (name is nfc normalized),
    unique nulls not distinct (bank_id, parent_id, name)
  );

  create table assessment.stimulus (
    id uuid primary key,
    bank_id uuid not null references assessment.bank (id),
    current_version integer not null check (current_version >= 1),
    updated_at timestamptz not null
  );
  create index stimulus_bank on assessment.stimulus (bank_id);

  create table assessment.stimulus_version (
    id uuid primary key,
    stimulus_id uuid not null references assessment.stimulus (id),
    number integer not null check (number >= 1),
    title text not null,
    html text not null,
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    unique (stimulus_id, number)
  );
  create trigger stimulus_version_immutable before update or delete on assessment.stimulus_version
    for each row execute function platform.refuse_change();

  alter table assessment.question
    add column category_id uuid references assessment.category (id),
    add column status text not null default 'ready' check (status in ('draft', 'ready', 'retired'));
  update assessment.question set status = 'retired' where retired_at is not null;
  alter table assessment.question alter column status drop default,
    add check ((status = 'retired') = (retired_at is not null));
  create index question_category on assessment.question (category_id);
`;

/** Fields that older contents do not have get the values that the contract would give them. */
const CONTENTS = `
  alter table assessment.question_version disable trigger question_version_immutable;
  update assessment.question_version set content =
    '{"hints": [], "reviewOn": null, "era": "any", "tags": [], "stimulusId": null}'::jsonb
    || case content->>'kind'
         when 'true_false' then '{"optionFeedback": {"true": "", "false": ""}}'::jsonb
         when 'numeric' then '{"toleranceKind": "absolute", "units": []}'::jsonb
         when 'short_answer' then '{"wildcards": false}'::jsonb
         else '{}'::jsonb end
    || content;
  alter table assessment.question_version enable trigger question_version_immutable;
`;

/** What the first quizzes showed after submission, said part by part. */
const SETTINGS = `
  create function pg_temp.review(feedback boolean, correct boolean) returns jsonb language sql as $$
    select jsonb_build_object('response', feedback or correct, 'correctness', feedback or correct, 'marks', true,
      'specificFeedback', feedback, 'generalFeedback', feedback, 'rightAnswer', correct) $$;

  create function pg_temp.wider(old jsonb) returns jsonb language sql as $$
    select jsonb_build_object(
        'mode', 'exam', 'timeLimitMinutes', old->'timeLimitMinutes', 'questionTimeLimitSeconds', null,
        'opensAt', null, 'closesAt', null, 'attemptsAllowed', old->'attemptsAllowed', 'waitMinutes', 0,
        'grading', 'highest', 'retakeAfterPass', false, 'passPercent', old->'passPercent', 'navigation', 'free',
        'shuffleOptions', old->'shuffleOptions', 'questionsPerPage', old->'questionsPerPage',
        'review', jsonb_build_object('during', pg_temp.review(true, true), 'rightAfter', shown, 'later', shown,
          'afterClose', shown),
        'holdAnswers', 'after_pass_or_last_attempt' in (old->>'showFeedback', old->>'showCorrect'),
        'requireLessons', old->'requireLessons', 'accessPassword', null, 'networks', '[]'::jsonb,
        'certainty', false, 'practice', '{"tries": 3, "penaltyPercent": 0}'::jsonb, 'graceMinutes', 10,
        'prepareAhead', false,
        'marking', '{"anonymous": true, "secondMarker": "none", "samplePercent": 10, "differencePercent": 10}'::jsonb,
        'appealDays', 7)
    from (select pg_temp.review(old->>'showFeedback' <> 'never', old->>'showCorrect' <> 'never') as shown) s $$;
`;

/** Draft and published versions call their slots by the question: results of later versions meet at it. */
const QUIZZES = `
  create function pg_temp.sections(id uuid, settings jsonb, slots jsonb) returns jsonb language sql as $$
    select jsonb_build_array(jsonb_build_object('id', id, 'title', '', 'intro', '',
      'shuffle', settings->'shuffleQuestions', 'minimumPercent', null, 'timeLimitMinutes', null, 'slots', slots)) $$;

  alter table assessment.quiz add column sections jsonb;
  update assessment.quiz z set
    sections = pg_temp.sections(id, settings, coalesce((
      select jsonb_agg(jsonb_build_object('kind', 'fixed', 'id', s->'questionId', 'questionId', s->'questionId',
        'version', null, 'points', s->'points') order by place)
      from jsonb_array_elements(z.slots) with ordinality as t(s, place)), '[]'::jsonb)),
    settings = pg_temp.wider(settings);
  alter table assessment.quiz alter column sections set not null, drop column slots;

  alter table assessment.quiz_version disable trigger quiz_version_immutable;
  alter table assessment.quiz_version add column sections jsonb;
  update assessment.quiz_version z set
    sections = pg_temp.sections(quiz_id, settings, (
      select jsonb_agg(jsonb_build_object('kind', 'fixed', 'id', v.question_id, 'points', s->'points', 'question',
        jsonb_build_object('questionId', v.question_id, 'questionVersionId', v.id, 'stimulusVersionId', null))
        order by place)
      from jsonb_array_elements(z.slots) with ordinality as t(s, place)
        join assessment.question_version v on v.id = (s->>'questionVersionId')::uuid)),
    settings = pg_temp.wider(settings);
  alter table assessment.quiz_version alter column sections set not null, drop column slots;
  alter table assessment.quiz_version enable trigger quiz_version_immutable;
`;

const ATTEMPTS = `
  alter table assessment.attempt disable trigger attempt_paper_frozen;
  update assessment.attempt a set
    paper = jsonb_build_object(
      'sections', jsonb_build_array(jsonb_build_object('title', '', 'intro', '', 'minimumPercent', null,
        'timeLimitMinutes', null, 'from', 1, 'to', jsonb_array_length(a.paper))),
      'slots', (select jsonb_agg(s || jsonb_build_object('key', v.question_id, 'section', 0,
          'questionId', v.question_id, 'stimulusVersionId', null, 'question', case s->'question'->>'kind'
            when 'numeric' then jsonb_set(s->'question', '{paper,otherUnits}', '[]') else s->'question' end) order by place)
        from jsonb_array_elements(a.paper) with ordinality as t(s, place)
          join assessment.question_version v on v.id = (s->>'questionVersionId')::uuid)),
    settings = pg_temp.wider(settings);
  alter table assessment.attempt enable trigger attempt_paper_frozen;
`;

export class QuestionBanks0009 implements MigrationInterface {
  name = 'QuestionBanks0009000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BANKS);
    await runner.query(CONTENTS);
    await runner.query(SETTINGS);
    await runner.query(QUIZZES);
    await runner.query(ATTEMPTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
