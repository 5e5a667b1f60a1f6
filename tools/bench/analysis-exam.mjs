/** The room where an exam of very many officers is made by the database itself: papers, attempts, results. */
import { randomUUID } from 'node:crypto';

const OPTIONS = ['a', 'b', 'c', 'd'];

/** A question of four options whose key is the first. */
const content = (number) => ({
  kind: 'single',
  stem: `<p>Câu hỏi số ${number}</p>`,
  feedback: '',
  hints: [],
  legalBasis: [],
  asOf: null,
  reviewOn: null,
  era: 'any',
  difficulty: 'understand',
  tags: [],
  stimulusId: null,
  options: OPTIONS.map((id) => ({ id, text: `Phương án ${id}` })),
  correct: 'a',
});

/** As much JSON as a paper of so many questions has. */
const paper = (questions) => ({
  sections: [
    {
      title: '',
      intro: '',
      minimumPercent: null,
      timeLimitMinutes: null,
      from: 1,
      to: questions.length,
    },
  ],
  slots: questions.map((question, at) => ({
    slot: at + 1,
    section: 0,
    points: 100,
    ...question,
    question: {
      kind: 'single',
      order: OPTIONS,
      paper: {
        kind: 'single',
        stem: `<p>Câu hỏi số ${at + 1}</p>`,
        options: OPTIONS.map((id, o) => ({ id: `o${o + 1}`, text: `Phương án ${id}` })),
      },
    },
  })),
});

/**
 * Makes a quiz with its results; each paper has an order of its own.
 * @param {import('pg').Client} database
 * @param {{ attempts: number, slots: number }} size
 * @returns {Promise<string>} the quiz's id
 */
export async function makeExam(database, { attempts, slots }) {
  const ids = { unit: randomUUID(), bank: randomUUID(), quiz: randomUUID(), version: randomUUID() };
  const questions = Array.from({ length: slots }, (_, at) => ({
    key: randomUUID(),
    questionId: randomUUID(),
    questionVersionId: randomUUID(),
    content: JSON.stringify(content(at + 1)),
  }));
  await database.query(
    `insert into organisation.unit (id, code, name, kind, path, valid_from)
     values ($1::uuid, 'BENCH', 'Tỉnh', 'province', replace($1::text, '-', '')::ltree, '2025-07-01')`,
    [ids.unit],
  );
  await database.query(
    `insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Ngân hàng')`,
    [ids.bank, ids.unit],
  );
  await database.query(
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) as g ("questionId" uuid, "questionVersionId" uuid, content text)
     ), made as (
       insert into assessment.question (id, bank_id, kind, current_version, status, updated_at)
       select "questionId", $2::uuid, 'single', 1, 'ready', now() from given returning id
     )
     insert into assessment.question_version (id, question_id, number, content, title, search_text, created_at)
     select "questionVersionId", "questionId", 1, content::jsonb, 'Câu hỏi', '', now() from given`,
    [JSON.stringify(questions), ids.bank],
  );
  const sections = [
    {
      id: 's1',
      slots: questions.map(({ key, content: _, ...question }) => ({
        kind: 'fixed',
        id: key,
        points: 100,
        question: { ...question, stimulusVersionId: null },
      })),
    },
  ];
  const settings = JSON.stringify({ passPercent: 50 });
  await database.query(
    `insert into assessment.quiz (id, bank_id, title, settings, sections, revision)
     values ($1, $2, 'Bài kiểm tra', $3, $4, 1)`,
    [ids.quiz, ids.bank, settings, JSON.stringify(sections)],
  );
  await database.query(
    `insert into assessment.quiz_version (id, quiz_id, number, title, settings, sections, published_at)
     values ($1, $2, 1, 'Bài kiểm tra', $3, $4, now())`,
    [ids.version, ids.quiz, settings, JSON.stringify(sections)],
  );
  await sitExam(database, ids, questions, attempts);
  return ids.quiz;
}

/** Officers of normally distributed ability answer questions from easy to hard. */
async function sitExam(database, ids, questions, attempts) {
  await database.query(`create temporary table seat as
    select n, gen_random_uuid() as taker, gen_random_uuid() as attempt,
      random_normal(0, 1) as ability, now() - n * interval '1 second' as at
    from generate_series(1, ${Number(attempts)}) n`);
  await database.query(`create temporary table given as
    select n, g.*, 100 * (random() < 1 / (1 + exp(g.difficulty - ability)))::int as awarded,
      (20 + 60 * random())::int as seconds, random() as place
    from seat, jsonb_to_recordset('${JSON.stringify(
      questions.map(({ content: _, ...question }, at) => ({
        ...question,
        difficulty: 4 * (at / questions.length - 0.5),
      })),
    )}'::jsonb) as g (key text, "questionId" uuid, "questionVersionId" uuid, difficulty float8)`);
  await database.query(
    `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
     select taker, 'bench-' || n, 'Học viên ' || n, '-', 'vi', now(), 'hv', 'hv' from seat`,
  );
  await database.query(
    `insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
       started_at, submitted_at, paper, kinds, settings, title, return_path, points, maximum, score_of_ten, passed, graded_by)
     select s.attempt, $1, $2, s.taker, gen_random_uuid(), 1, false, 'marked', s.at - interval '20 minutes', s.at, $3,
       array_fill('single'::text, array[${questions.length}]), '{}', 'Bài kiểm tra', '/hoc', t.points, t.maximum,
       1000 * t.points / t.maximum, 2 * t.points >= t.maximum, 'machine'
     from seat s join (select n, sum(awarded) as points, 100 * count(*) as maximum from given group by n) t using (n)`,
    [
      ids.quiz,
      ids.version,
      JSON.stringify(paper(questions.map(({ content: _, ...rest }) => rest))),
    ],
  );
  await database.query(
    `insert into assessment.result (attempt_id, quiz_id, quiz_version_id, unit_id, job_position, submitted_at, slot_keys,
       question_ids, version_ids, marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections)
     select s.attempt, $1, $2, $3, 'Công chức', s.at, g.keys, g.questions, g.versions, g.versions, g.points, g.awarded,
       g.outcomes, g.labels, g.seconds, g.certainties, '[]'
     from seat s join (
       select n, array_agg(key order by place) as keys, array_agg("questionId" order by place) as questions,
         array_agg("questionVersionId" order by place) as versions, array_agg(100 order by place) as points,
         array_agg(awarded order by place) as awarded,
         array_agg(case awarded when 100 then 'right' else 'wrong' end order by place) as outcomes,
         array_agg(case awarded when 100 then 'a' else (array['b', 'c', 'd'])[1 + seconds % 3] end order by place) as labels,
         array_agg(seconds order by place) as seconds, array_agg(null::smallint order by place) as certainties
       from given group by n) g using (n)`,
    [ids.quiz, ids.version, ids.unit],
  );
  await database.query('vacuum analyze assessment.attempt, assessment.result');
}
