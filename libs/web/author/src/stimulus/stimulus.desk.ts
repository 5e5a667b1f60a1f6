/** The room where one stimulus is written: its text and its saving as versions. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { Api, read, UnsavedWork } from '@tap-huan/web/api';
import type { StartText } from '../rich-text/rich-text.component';
import { LocalCopies } from '../saving/local-copies';
import { VersionedDraft } from '../saving/versioned-draft';
import {
  emptyStimulus,
  storedStimulus,
  stimulusProblems,
  type StimulusText,
} from './stimulus-text';

/** What is being written: a stimulus that is there, or a new one of a bank. */
export interface StimulusSubject {
  bankId: string;
  stimulusId: string | null;
}

/** Provided by whatever edits one stimulus. */
@Injectable()
export class StimulusDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  readonly subject = signal<StimulusSubject | null>(null);
  readonly resource = read(endpoints.readStimulus, () => {
    const stimulusId = this.subject()?.stimulusId;
    return stimulusId ? { params: { stimulusId } } : undefined;
  });
  readonly readOnly = computed(
    () => this.resource.hasValue() && this.resource.value().right === 'use',
  );
  readonly start = signal<StartText>({ html: '' });
  private readonly copy = computed(() => {
    const { bankId, stimulusId } = this.subject() ?? {};
    return this.copies.of<unknown>('stimulus', stimulusId ?? `${bankId}.new`);
  });
  readonly draft = new VersionedDraft<StimulusText>({
    copy: () => this.copy(),
    revive: (kept, held) =>
      typeof (kept as StimulusText | null)?.html === 'string'
        ? { ...held, ...(kept as StimulusText) }
        : null,
    isUntouched: ({ title, html }) => title === '' && html === '',
    shown: ({ html }) => this.start.set({ html }),
  });
  readonly text = this.draft.value;
  readonly found = computed(() => {
    const text = this.text();
    return text ? stimulusProblems(text) : [];
  });

  constructor() {
    inject(UnsavedWork).watch(this.draft.dirty);
    effect(() => {
      const subject = this.subject();
      if (subject && subject.stimulusId === null)
        untracked(() => this.draft.open(emptyStimulus(), 0));
    });
    effect(() => {
      if (!this.resource.hasValue()) return;
      const { title, html, version } = this.resource.value();
      untracked(() => this.draft.open({ title, html }, version));
    });
  }

  /** Saves; resolves with its id, or null where it failed. */
  async save(): Promise<string | null> {
    const subject = this.subject();
    if (!subject) return null;
    let id = subject.stimulusId;
    const done = await this.draft.save(async (text) => {
      const body = storedStimulus(text);
      if (id !== null) {
        const baseVersion = this.draft.version();
        const request = { params: { stimulusId: id }, body: { ...body, baseVersion } };
        return (await this.api.call(endpoints.updateStimulus, request)).version;
      }
      const params = { bankId: subject.bankId };
      id = (await this.api.call(endpoints.createStimulus, { params, body })).id;
      return 1;
    });
    return done ? id : null;
  }

  /** The text on screen becomes the version after the newest one, whoever wrote that. */
  async saveOver(): Promise<void> {
    const stimulusId = this.subject()?.stimulusId;
    if (!stimulusId) return;
    try {
      const newest = await this.api.call(endpoints.readStimulus, { params: { stimulusId } });
      this.draft.follow(newest.version);
    } catch (error) {
      return this.draft.failure.set(error);
    }
    await this.save();
  }

  /** Shows the newest version; what was on screen goes. */
  takeNewest(): void {
    this.copy().forget();
    this.draft.failure.set(null);
    this.resource.reload();
  }
}
