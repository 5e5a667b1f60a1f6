/** The room of one sentence: what is saved where, and until when the rest may arrive. */
import { formatTime, type Translate } from '@tap-huan/web/ui';
import type { vi } from '../i18n/attempt.vi';

export interface SavedFacts {
  /** Questions whose answer is with the server, and all questions. */
  saved: number;
  total: number;
  /** Answers that the server has not acknowledged. */
  unsent: number;
  /** Milliseconds since 1970 by the server's clock; null without a limit. */
  closesAt: number | null;
}

/** "Đã lưu trên máy chủ 12/20 câu · 8 câu đang chờ trên thiết bị này, gửi được đến 14:40" */
export function savedWords(
  t: Translate<typeof vi>,
  { saved, total, unsent, closesAt }: SavedFacts,
): string {
  if (unsent === 0) return t('trouble.all', { saved, total });
  if (closesAt === null) return t('trouble.state', { saved, total, count: unsent });
  const time = formatTime(new Date(closesAt));
  return t('trouble.stateUntil', { saved, total, count: unsent, time });
}
