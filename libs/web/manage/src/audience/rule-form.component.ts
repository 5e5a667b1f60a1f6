/** The room where the conditions of a rule are set, one group after the other. */
import { Component, computed, input, output, signal } from '@angular/core';
import {
  AUDIENCE_LEADERSHIP,
  type AudienceRule,
  STAFF_CATEGORIES,
  UNIT_KINDS,
  type UnitRow,
} from '@tap-huan/contract';
import {
  DateInputComponent,
  FieldComponent,
  IconComponent,
  SelectComponent,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { Completable } from './completions';
import { injectAudienceText } from './i18n/text';
import { type TermChoice, TermListComponent } from './term-list.component';

const COMPLETED = ['none', 'done', 'notDone'] as const;
type CompletedKind = (typeof COMPLETED)[number];

@Component({
  selector: 'th-rule-form',
  imports: [
    DateInputComponent,
    FieldComponent,
    IconComponent,
    SelectComponent,
    TermListComponent,
    UnitPickerComponent,
  ],
  templateUrl: './rule-form.component.html',
  styleUrls: ['./chips.scss', './rule-form.component.scss'],
})
export class RuleFormComponent {
  readonly rule = input.required<AudienceRule>();
  readonly units = input.required<readonly UnitRow[]>();
  /** Names of units that the rule names and that are no more. */
  readonly pastUnits = input<readonly { id: string; name: string }[]>([]);
  readonly jobPositions = input<readonly TermChoice[]>([]);
  readonly ranks = input<readonly TermChoice[]>([]);
  readonly completables = input<readonly Completable[]>([]);
  readonly ruleChange = output<AudienceRule>();
  protected readonly t = injectAudienceText();
  protected readonly manage = injectText();
  protected readonly staffKinds = STAFF_CATEGORIES;
  protected readonly leaderships = AUDIENCE_LEADERSHIP;
  protected readonly unitToAdd = signal<string | null>(null);

  /** Kinds that exist today, and those that the rule names. */
  protected readonly kinds = computed(() => {
    const present = new Set(this.units().map(({ kind }) => kind));
    return UNIT_KINDS.filter((kind) => present.has(kind) || this.rule().unitKinds.includes(kind));
  });
  protected readonly chosenUnits = computed(() =>
    this.rule().unitIds.map((id) => {
      const unit = this.units().find((one) => one.id === id);
      if (unit) return { id, name: unit.name };
      const past = this.pastUnits().find((one) => one.id === id);
      const name = past ? this.t('field.pastUnit', { name: past.name }) : this.t('field.otherUnit');
      return { id, name };
    }),
  );
  protected readonly completedKinds = computed(() =>
    COMPLETED.map((value) => ({ value, label: this.t(`completed.${value}`) })),
  );
  protected readonly completedKind = computed<CompletedKind>(() => {
    const { completed } = this.rule();
    if (!completed) return 'none';
    return completed.done ? 'done' : 'notDone';
  });
  protected readonly completedKey = computed(() => {
    const { courseId = null, programmeId = null } = this.rule().completed ?? {};
    if (courseId) return `course/${courseId}`;
    return programmeId ? `programme/${programmeId}` : null;
  });
  protected readonly completedOptions = computed(() =>
    this.completables().map(({ key, kind, code, title }) => ({
      value: key,
      label: this.t(`field.${kind}`, { title: `${code} · ${title}` }),
    })),
  );

  protected change(part: Partial<AudienceRule>): void {
    this.ruleChange.emit({ ...this.rule(), ...part });
  }

  protected addUnit(id: string | null): void {
    // The picker shows what it was given: first what was chosen, then nothing again.
    this.unitToAdd.set(id);
    if (id && !this.rule().unitIds.includes(id)) {
      this.change({ unitIds: [...this.rule().unitIds, id] });
    }
    setTimeout(() => this.unitToAdd.set(null));
  }

  protected removeUnit(id: string): void {
    this.change({ unitIds: this.rule().unitIds.filter((one) => one !== id) });
  }

  protected toggled<T>(list: readonly T[], value: T): T[] {
    return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  }

  protected lead(leadership: AudienceRule['leadership']): void {
    // Whoever holds no leadership post was appointed to none.
    const none = leadership === 'others' ? { appointedFrom: null, appointedTo: null } : {};
    this.change({ leadership, ...none });
  }

  protected setCompletedKind(kind: CompletedKind | null): void {
    if (kind === null || kind === 'none') return this.change({ completed: null });
    const before = this.rule().completed ?? { courseId: null, programmeId: null, since: null };
    this.change({ completed: { ...before, done: kind === 'done' } });
  }

  protected setCompleted(key: string | null): void {
    const { completed } = this.rule();
    if (!completed) return;
    const chosen = this.completables().find((one) => one.key === key);
    this.change({
      completed: {
        ...completed,
        courseId: chosen?.kind === 'course' ? chosen.id : null,
        programmeId: chosen?.kind === 'programme' ? chosen.id : null,
      },
    });
  }

  protected setSince(since: string | null): void {
    const { completed } = this.rule();
    if (completed) this.change({ completed: { ...completed, since } });
  }
}
