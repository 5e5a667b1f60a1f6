/** The room where HR says what each column of a list is, and how the list is meant. */
import { Component, computed, input, linkedSignal, output } from '@angular/core';
import {
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ImportField,
  type ImportKind,
  type OfficerImportDetail,
  SHARED_FIELDS,
} from '@tap-huan/contract';
import {
  CalloutComponent,
  DateInputComponent,
  FieldComponent,
  SectionComponent,
  SelectComponent,
} from '@tap-huan/web/ui';
import { injectPeopleText } from '../i18n/text';
import { columnLetter } from './import-words';

/** What the check is asked with. */
export interface Terms {
  mapping: (ImportField | null)[];
  kind: ImportKind;
  effectiveOn: string;
}

@Component({
  selector: 'th-import-mapping',
  imports: [
    CalloutComponent,
    DateInputComponent,
    FieldComponent,
    SectionComponent,
    SelectComponent,
  ],
  templateUrl: './mapping.component.html',
  styleUrl: './mapping.component.scss',
})
export class MappingComponent {
  readonly list = input.required<OfficerImportDetail>();
  readonly busy = input(false);
  readonly check = output<Terms>();
  protected readonly t = injectPeopleText();
  protected readonly kinds = IMPORT_KINDS;
  private readonly id = computed(() => this.list().id);

  protected readonly mapping = linkedSignal<string, (ImportField | null)[]>({
    source: this.id,
    computation: () => [...this.list().mapping],
  });
  protected readonly kind = linkedSignal<string, ImportKind>({
    source: this.id,
    computation: () => this.list().kind,
  });
  protected readonly effectiveOn = linkedSignal<string, string | null>({
    source: this.id,
    computation: () => this.list().effectiveOn,
  });
  protected readonly today = new Date().toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });

  protected readonly options = computed(() =>
    IMPORT_FIELDS.map((value) => ({ value, label: this.t(`field.${value}`) })),
  );
  protected readonly columns = computed(() => {
    const { headings, samples } = this.list();
    return headings.map((heading, index) => ({
      index,
      heading: heading || this.t('map.unnamed', { letter: columnLetter(index) }),
      samples: samples
        .map((cells) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, 3)
        .join(' · '),
    }));
  });
  protected readonly hasCode = computed(() => this.mapping().includes('staffCode'));
  /** Fields that are given to several columns and may stand in one only. */
  protected readonly twice = computed(() => {
    const fields = this.mapping().filter((field) => field !== null);
    const repeated = fields.filter((field, at) => fields.indexOf(field) < at);
    return [...new Set(repeated)].filter((field) => !SHARED_FIELDS.includes(field));
  });
  protected readonly ready = computed(
    () => this.hasCode() && this.twice().length === 0 && this.effectiveOn() !== null,
  );

  protected choose(index: number, field: ImportField | null): void {
    this.mapping.update((mapping) => mapping.map((old, at) => (at === index ? field : old)));
  }

  protected submit(): void {
    const effectiveOn = this.effectiveOn();
    if (!this.ready() || this.busy() || effectiveOn === null) return;
    this.check.emit({ mapping: this.mapping(), kind: this.kind(), effectiveOn });
  }
}
