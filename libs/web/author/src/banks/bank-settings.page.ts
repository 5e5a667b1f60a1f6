/** The room where a bank is renamed and shared with units: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { BANK_RIGHTS, type BankRight, endpoints } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  SelectComponent,
  SkeletonComponent,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

interface Share {
  unitId: string;
  unitName: string;
  right: BankRight;
}

/** Data: the bank. Closes with true where something was saved. */
@Component({
  selector: 'th-bank-settings-page',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    SelectComponent,
    SkeletonComponent,
    UnitPickerComponent,
  ],
  templateUrl: './bank-settings.page.html',
  styles: `
    ul {
      margin: var(--th-8) 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-8);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
    .unit {
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    th-select {
      flex: 0 1 12rem;
    }
    h3 {
      margin-top: var(--th-16);
      font-size: var(--th-size-15);
    }
    .tool {
      width: var(--th-target);
      padding: 0;
    }
  `,
})
export class BankSettingsPage {
  private readonly data = inject<{ bankId: string }>(DIALOG_DATA);
  private readonly api = inject(Api);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly params = { bankId: this.data.bankId };
  protected readonly bank = read(endpoints.readBank, () => ({ params: this.params }));
  private readonly units = read(endpoints.listUnits);
  protected readonly name = linkedSignal(() =>
    this.bank.hasValue() ? this.bank.value().name : '',
  );
  protected readonly shares = linkedSignal<readonly Share[]>(() =>
    this.bank.hasValue() ? this.bank.value().shares : [],
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  /** Units that it is not shared with yet; the bank's own one needs no share. */
  protected readonly left = computed(() => {
    const own = this.bank.hasValue() ? this.bank.value().unitId : null;
    const taken = new Set(this.shares().map(({ unitId }) => unitId));
    const rows = this.units.hasValue() ? this.units.value().items : [];
    return rows.filter(({ id }) => id !== own && !taken.has(id));
  });
  protected readonly rights = computed(() =>
    BANK_RIGHTS.map((value) => ({ value, label: this.t(`banks.rights.${value}`) })),
  );

  protected add(unitId: string | null): void {
    const unit = this.left().find(({ id }) => id === unitId);
    if (unit)
      this.shares.set([...this.shares(), { unitId: unit.id, unitName: unit.name, right: 'use' }]);
  }

  protected grant(unitId: string, right: BankRight | null): void {
    if (!right) return;
    this.shares.set(
      this.shares().map((share) => (share.unitId === unitId ? { ...share, right } : share)),
    );
  }

  protected remove(unitId: string): void {
    this.shares.set(this.shares().filter((share) => share.unitId !== unitId));
  }

  protected async save(): Promise<void> {
    const name = this.name().normalize('NFC').trim();
    if (name === '' || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const shares = this.shares().map(({ unitId, right }) => ({ unitId, right }));
      await this.api.call(endpoints.updateBank, { params: this.params, body: { name, shares } });
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
