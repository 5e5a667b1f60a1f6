/** The room of a small form whose words this device keeps until they are sent. */
import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import { SessionStore } from '@tap-huan/web/api';
import { browserStorage, DeviceCopies } from './device-copies';

type Plain = Record<string, string | boolean>;

export interface KeptForm<T extends Plain> {
  readonly fields: Signal<T>;
  /** Whether something that was typed before is back. */
  readonly restored: Signal<boolean>;
  set(part: Partial<T>): void;
  /** It is sent: nothing is kept any more. */
  sent(): void;
}

/**
 * For a component's field: `keptForm(() => 'agree/' + this.taskId(), () => ({ reason: '' }))`. Another name is another
 * form. Every change is kept at once.
 */
export function keptForm<T extends Plain>(name: () => string, empty: () => T): KeptForm<T> {
  const session = inject(SessionStore);
  const copies = computed(
    () => new DeviceCopies(browserStorage(), session.session()?.accountId ?? ''),
  );
  const start = computed(() => {
    const copy = copies().read(name());
    const restored = typeof copy === 'object' && copy !== null;
    return { restored, fields: restored ? { ...empty(), ...(copy as Partial<T>) } : empty() };
  });
  const fields = linkedSignal<T>(() => start().fields);
  const restored = linkedSignal(() => start().restored);
  return {
    fields: fields.asReadonly(),
    restored: restored.asReadonly(),
    set(part) {
      fields.update((now) => ({ ...now, ...part }));
      copies().write(name(), fields());
    },
    sent() {
      copies().write(name(), null);
      restored.set(false);
      fields.set(empty());
    },
  };
}
