/** The room between the marking page and its draft: the server, this device, and the network coming back. */
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { endpoints, type MarkingTask } from '@tap-huan/contract';
import { Api, isFailure, SessionStore, UnsavedWork } from '@tap-huan/web/api';
import { Texts } from '@tap-huan/web/ui';
import { browserStorage, DeviceCopies } from './device-copies';
import { readMarkCopy, writeMarkCopy } from './mark-copy';
import { MarkDraft } from './mark-draft';
import type { DraftPorts, DraftView, MarkFields, MarkReply } from './mark-draft.types';
import { marksOf, writeMarks } from './marks-text';

/** Failures that go away by themselves, or once somebody has signed in again. */
const PASSING = ['offline', 'internal', 'too_many_requests', 'not_signed_in'] as const;

/** One answer's draft at a time; provided by the page. */
@Injectable()
export class MarkDesk {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly session = inject(SessionStore);
  private readonly shown = signal<DraftView | null>(null);
  private draft: MarkDraft | null = null;
  private taskId: string | null = null;
  /** Null where there is nothing to type. */
  readonly view = this.shown.asReadonly();

  constructor() {
    const online = () => void this.draft?.online();
    const hidden = () => document.visibilityState === 'hidden' && void this.draft?.save();
    addEventListener('online', online);
    document.addEventListener('visibilitychange', hidden);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', hidden);
      this.close();
    });
    // What this device keeps needs no question before the tab closes.
    inject(UnsavedWork).watch(
      computed(() => {
        const view = this.shown();
        return view !== null && !view.kept && view.state !== 'saved' && view.state !== 'none';
      }),
    );
  }

  /** Takes up an answer; one that is on the desk already stays as it is. */
  open(task: MarkingTask): void {
    const ended = task.own === 'final';
    if (this.taskId === task.id && !ended && this.shown()?.state !== 'given') return;
    this.close();
    if (ended) return;
    this.taskId = task.id;
    this.draft = new MarkDraft(task.draft, this.portsOf(task));
    this.shown.set(this.draft.view);
  }

  edit(part: Partial<MarkFields>): void {
    this.draft?.edit(part);
  }

  async save(): Promise<void> {
    await this.draft?.save();
  }

  /** @throws ApiFailure, UndecidedDraft */
  async give(): Promise<MarkReply> {
    if (!this.draft) throw new Error('Nothing to give.');
    return this.draft.give();
  }

  keepMine(): void {
    this.draft?.keepMine();
  }

  takeOther(): void {
    this.draft?.takeOther();
  }

  close(): void {
    this.draft?.leave();
    this.draft = null;
    this.taskId = null;
    this.shown.set(null);
  }

  private portsOf({ id: taskId, points, rubric }: MarkingTask): DraftPorts {
    const params = { taskId };
    const copies = new DeviceCopies(browserStorage(), this.session.session()?.accountId ?? '');
    return {
      send: (body, leaving) =>
        this.api.call(endpoints.saveMark, { params, body }, { keepalive: leaving, quiet: leaving }),
      fresh: async () =>
        (await this.api.call(endpoints.readMarkingTask, { params, query: { order: 'question' } }))
          .draft,
      verdictOn: (error) =>
        isFailure(error, 'stale_revision')
          ? 'stale'
          : isFailure(error, 'already_marked')
            ? 'given'
            : !isFailure(error) || PASSING.some((code) => error.code === code)
              ? 'later'
              : 'never',
      readCopy: () => readMarkCopy(copies, taskId),
      writeCopy: (copy) => writeMarkCopy(copies, taskId, copy),
      // A rubric says itself what its levels are worth.
      marksOf: (typed) => (rubric.length > 0 ? null : marksOf(typed, points)),
      writeMarks: (marks) => (rubric.length > 0 ? '' : writeMarks(marks, this.texts.language())),
      now: () => new Date().toISOString(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      changed: (view) => this.taskId === taskId && this.shown.set(view),
    };
  }
}
