/** The room of what HR's pages say of a completion in doubt in a word. */
import type { CompletionInDoubt } from '@tap-huan/contract';
import type { Tone } from '@tap-huan/web/ui';

export type DoubtState = NonNullable<CompletionInDoubt['decision']> | 'open';

export const DOUBT_TONES: Record<DoubtState, Tone> = {
  open: 'warning',
  kept: 'good',
  to_revoke: 'bad',
  ground_returned: 'good',
};

/** Null in the contract: nobody has decided yet. */
export const doubtState = ({ decision }: Pick<CompletionInDoubt, 'decision'>): DoubtState =>
  decision ?? 'open';
