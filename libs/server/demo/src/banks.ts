/** The room where a shipped bank comes into being as its author makes it: categories, stimuli, questions. */
import { randomUUID } from 'node:crypto';
import { endpoints, questionContent, type QuestionContent } from '@tap-huan/contract';
import type { ShippedBank, ShippedQuestion } from './course-files';
import type { DemoPerson } from './person';

/** A question in the academy. */
export interface DemoQuestion {
  id: string;
  /** As it is shipped; its first version may have said something else. */
  content: QuestionContent;
}

/** A shipped bank in the academy. */
export interface DemoBank {
  bankId: string;
  /** Name, with strokes between nested ones -> id. */
  categories: Map<string, string>;
  questions: Map<string, DemoQuestion>;
}

export class BankBuilder {
  private readonly categories = new Map<string, string>();
  private readonly stimuli = new Map<string, string>();
  private readonly questions = new Map<string, DemoQuestion>();

  constructor(
    private readonly author: DemoPerson,
    private readonly bankId: string,
    /** Puts the addresses of media in place of `media:name`. */
    private readonly withMedia: (text: string) => string,
  ) {}

  async fill({ categories, stimuli, questions }: ShippedBank): Promise<DemoBank> {
    for (const path of categories) await this.addCategory(path);
    for (const [key, { title, html }] of Object.entries(stimuli)) {
      const body = { title, html: this.withMedia(html) };
      const { id } = await this.author.call(endpoints.createStimulus, {
        params: { bankId: this.bankId },
        body,
      });
      this.stimuli.set(key, id);
    }
    for (const question of questions) await this.addQuestion(question);
    return { bankId: this.bankId, categories: this.categories, questions: this.questions };
  }

  private async addCategory(path: string): Promise<void> {
    const names = path.split('/');
    const parent = names.slice(0, -1).join('/');
    const categoryId = randomUUID();
    await this.author.call(endpoints.saveCategory, {
      params: { bankId: this.bankId, categoryId },
      body: { name: names.at(-1) ?? '', parentId: this.categories.get(parent) ?? null },
    });
    this.categories.set(path, categoryId);
  }

  private async addQuestion(shipped: ShippedQuestion): Promise<void> {
    const { key, category, status, stimulus, firstVersion } = shipped;
    const stimulusId = stimulus === null ? null : this.stimuli.get(stimulus);
    const written = JSON.parse(this.withMedia(JSON.stringify(shipped.content))) as object;
    const content = questionContent.parse({ ...written, stimulusId });
    const body = {
      content:
        firstVersion === null ? content : questionContent.parse({ ...content, ...firstVersion }),
      categoryId: this.categories.get(category ?? '') ?? null,
      status: status === 'draft' ? ('draft' as const) : ('ready' as const),
    };
    const { id } = await this.author.call(endpoints.createQuestion, {
      params: { bankId: this.bankId },
      body,
    });
    if (status === 'retired') {
      await this.author.call(endpoints.retireQuestion, { params: { questionId: id } });
    }
    this.questions.set(key, { id, content });
  }
}
