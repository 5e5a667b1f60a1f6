/** The room between a mark that is being typed and what the device keeps of it. */
import type { DeviceCopies } from './device-copies';
import type { MarkCopy } from './mark-draft.types';

const NAME = 'mark/';

/** A copy as it was kept; null where there is none, or where it is none of ours. */
export function readMarkCopy(copies: DeviceCopies, taskId: string): MarkCopy | null {
  const copy = copies.read(`${NAME}${taskId}`) as Partial<MarkCopy> | null;
  const fields = copy?.fields as Partial<MarkCopy['fields']> | undefined;
  const whole =
    typeof copy?.revision === 'number' &&
    typeof copy.at === 'string' &&
    typeof fields?.awarded === 'string' &&
    typeof fields.comment === 'string' &&
    typeof fields.levels === 'object' &&
    fields.levels !== null;
  return whole ? (copy as MarkCopy) : null;
}

/** Null takes the copy away. @returns whether the device keeps it */
export const writeMarkCopy = (
  copies: DeviceCopies,
  taskId: string,
  copy: MarkCopy | null,
): boolean => copies.write(`${NAME}${taskId}`, copy);

/** Answers whose marks were typed here and did not reach the server yet. */
export const unsentTasks = (copies: DeviceCopies): string[] => copies.names(NAME);
