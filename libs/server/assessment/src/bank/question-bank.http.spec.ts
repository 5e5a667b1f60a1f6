/** The endpoints of question banks over HTTP: who may call them, what they refuse, and what they answer. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Endpoint,
  endpoints,
  questionBankEndpoints,
  type RequestOf,
} from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { BankWorld } from '../testing/bank-world';
import { contentOf, statement } from '../testing/contents';

type Name = keyof typeof questionBankEndpoints;

let world: BankWorld;
let author: Browser;
beforeAll(async () => {
  world = await BankWorld.make();
  author = await world.browser(world.author);
});
afterAll(() => world.test.close());

/** A well-formed call of every endpoint on what lies in the home department. */
async function calls(): Promise<Record<Name, object>> {
  const bankId = await world.bank();
  const categoryId = await world.category(bankId, 'Luật');
  const questionId = await world.question(bankId, 'Một');
  const stimulus = { title: 'Tình huống', html: '<p>Một</p>' };
  const { id: stimulusId } = await author.call(endpoints.createStimulus, {
    params: { bankId },
    body: stimulus,
  });
  return {
    listBanks: {},
    createBank: { body: { name: 'Mới', unitId: world.units.home.id } },
    readBank: { params: { bankId } },
    updateBank: { params: { bankId }, body: { name: 'Mới', shares: [] } },
    saveCategory: { params: { bankId, categoryId }, body: { name: 'Mới', parentId: null } },
    removeCategory: { params: { bankId, categoryId } },
    listQuestions: { params: { bankId }, query: {} },
    editQuestions: { params: { bankId }, body: { questionIds: [questionId], era: 'any' } },
    createQuestion: { params: { bankId }, body: { content: statement('Hai') } },
    readQuestion: { params: { questionId } },
    updateQuestion: { params: { questionId }, body: { content: statement('Hai'), baseVersion: 1 } },
    retireQuestion: { params: { questionId } },
    readQuestionHistory: { params: { questionId } },
    readQuestionVersion: { params: { questionId, number: 1 } },
    listStimuli: { params: { bankId } },
    createStimulus: { params: { bankId }, body: stimulus },
    readStimulus: { params: { stimulusId } },
    updateStimulus: { params: { stimulusId }, body: { ...stimulus, baseVersion: 1 } },
  };
}

async function outcomes(browser: Browser): Promise<Record<string, number | string>> {
  const answers: Record<string, number | string> = {};
  const requests = await calls();
  for (const [name, request] of Object.entries(requests)) {
    const endpoint: Endpoint = questionBankEndpoints[name as Name];
    const { status, problem } = await browser.try(endpoint, request as RequestOf<Endpoint>);
    answers[name] = problem?.code ?? status;
  }
  return answers;
}

const all = (outcome: number | string) =>
  Object.fromEntries(Object.keys(questionBankEndpoints).map((name) => [name, outcome]));

describe('the endpoints of banks', () => {
  it('serve the authors of the unit', async () => {
    expect(await outcomes(author)).toEqual(all(200));
  });

  it('do not know the bank for authors of other units', async () => {
    const stranger = await world.browser(world.authors.away);
    expect(await outcomes(stranger)).toEqual({ ...all('not_found'), listBanks: 200 });
    expect((await stranger.call(endpoints.listBanks, {})).items).toEqual([]);
  });

  it('refuse everybody who is no author', async () => {
    for (const role of ['learner', 'hr', 'inspector', 'administrator'] as const) {
      const person = await world.person(role, world.units.province.id, `${role} ${randomUUID()}`);
      expect(await outcomes(await world.browser(person))).toEqual(all('not_permitted'));
    }
  });

  it('answer what is wrong with a question', async () => {
    const bankId = await world.bank();
    const refused = await author.try(endpoints.createQuestion, {
      params: { bankId },
      body: {
        content: { ...contentOf('single'), stem: '<script>x</script>', correct: 'none' },
      },
    });
    expect(refused.problem?.code).toBe('validation_failed');
    expect(refused.problem?.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['content', 'stem_without_text'],
      ['content', 'correct_option_missing'],
    ]);
    const { items } = await author.call(endpoints.listQuestions, { params: { bankId }, query: {} });
    expect(items).toEqual([]);
  });

  it.each([
    ['createQuestion', { params: {}, body: { content: statement('x'), status: 'retired' } }],
    ['editQuestions', { params: {}, body: { questionIds: [] } }],
    ['editQuestions', { params: {}, body: { questionIds: ['x'] } }],
    ['listQuestions', { params: {}, query: { status: 'gone' } }],
    ['listQuestions', { params: {}, query: { categoryId: 'x' } }],
    ['updateBank', { params: {}, body: { name: ' ', shares: [] } }],
    ['createStimulus', { params: {}, body: { title: 'x', html: '' } }],
  ] as const)('refuse a %s of a wrong shape', async (name, request) => {
    const endpoint: Endpoint = questionBankEndpoints[name];
    const { problem } = await author.try(endpoint, {
      ...request,
      params: { bankId: await world.bank() },
    } as RequestOf<Endpoint>);
    expect(problem?.code).toBe('validation_failed');
    expect(problem?.issues).not.toEqual([]);
  });

  it('keep names in NFC', async () => {
    const unitId = world.units.home.id;
    const name = ' Đạo đức '.normalize('NFD');
    const { id: bankId } = await author.call(endpoints.createBank, { body: { name, unitId } });
    const save = (categoryId: string) =>
      author.try(endpoints.saveCategory, {
        params: { bankId, categoryId },
        body: { name, parentId: null },
      });
    expect((await save(randomUUID())).status).toBe(200);
    expect((await save(randomUUID())).problem?.code).toBe('category_name_taken');
    const bank = await author.call(endpoints.readBank, { params: { bankId } });
    expect([bank.name, bank.categories[0]?.name]).toEqual(['Đạo đức', 'Đạo đức']);
  });
});
