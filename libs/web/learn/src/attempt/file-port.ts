/** The room where files of an answer meet the attempt: how they are sent, kept in the answer, and fetched again. */
import { computed, inject, type Signal } from '@angular/core';
import { type AttemptFile, routes } from '@tap-huan/contract';
import { Api, UnsavedWork } from '@tap-huan/web/api';
import type { AnswerUploads } from '../question/files/uploads';
import type { AttemptDesk } from './attempt-desk';
import { isUnreached } from './network';

/** For the page's constructor. @returns the address of a file that was handed in */
export function lendFiles(
  attemptId: Signal<string>,
  desk: AttemptDesk,
  uploads: AnswerUploads,
): (file: AttemptFile) => string {
  const api = inject(Api);
  uploads.connect({
    upload: (slot, file, progress, signal) =>
      api
        .upload(routes.uploadAnswerFile, file, {
          request: { params: { attemptId: attemptId(), slot } },
          progress,
          signal,
        })
        .catch((error: unknown) => {
          // A file that was given up says nothing of the network.
          if (!signal.aborted) desk.network.missed(error);
          throw error;
        }),
    isOffline: isUnreached,
    response: (slot) => desk.given().get(slot)?.response ?? null,
    answer: (slot, response) => desk.answer(slot, response),
    online: computed(() => !desk.network.away()),
  });
  // Files are kept by this page only: closing it would lose them.
  inject(UnsavedWork).watch(computed(() => uploads.unsent() > 0));
  return ({ id }) =>
    api.fileUrl(routes.downloadAttemptFile, {
      params: { attemptId: attemptId(), fileId: id },
    });
}
