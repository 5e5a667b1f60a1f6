/** The room where the encrypted answer file is made from what this page knows, without any help of the server. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { injectAttemptText } from '../i18n/attempt.text';
import { answerFileName, canSeal, download, sealAnswers } from './answer-file';
import { fileKeys } from './answer-store';
import { AttemptDesk } from './attempt-desk';
import { asGiven } from './outbox.types';

/** Provided by the attempt's page beside its desk. */
@Injectable()
export class AnswerFileDesk {
  private readonly desk = inject(AttemptDesk);
  private readonly t = injectAttemptText();
  readonly making = signal(false);
  readonly state = signal<'none' | 'done' | 'insecure' | 'failed'>('none');
  readonly words = computed(() => {
    const state = this.state();
    if (state === 'none') return '';
    return this.t(`file.${state}`, { name: answerFileName(this.desk.view()?.id ?? '') });
  });

  /** Everything goes in, also what the server has: whoever opens the file takes what is newer. */
  async make(): Promise<void> {
    const { view, outbox, clock } = this.desk;
    const paper = view();
    if (!paper || !outbox || this.making()) return;
    if (!canSeal()) return this.state.set('insecure');
    this.making.set(true);
    try {
      const key = paper.answerFileKey || (await fileKeys.read(paper.id));
      if (!key) return this.state.set('failed');
      const answers = outbox.answers().map(asGiven);
      const at = new Date(clock.now()).toISOString();
      const file = await sealAnswers(key, paper.id, answers, at);
      download(answerFileName(paper.id), JSON.stringify(file));
      this.state.set('done');
      this.desk.downloaded();
    } catch {
      this.state.set('failed');
    } finally {
      this.making.set(false);
    }
  }
}
