/** The room of the filters above a list of questions. */
import { Component, computed, input, output } from '@angular/core';
import { DIFFICULTIES, ERAS, QUESTION_KINDS, QUESTION_STATUSES } from '@tap-huan/contract';
import { SearchFieldComponent, SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { type Filters, furtherFilters } from './filters';

@Component({
  selector: 'th-question-filters',
  imports: [SearchFieldComponent, SelectComponent],
  template: `
    @let now = filters();
    <div class="line">
      <th-search
        [label]="t('bank.search')"
        [value]="now.tim"
        (valueChange)="set({ tim: $event })"
      />
      <th-select
        [label]="t('bank.kind')"
        [empty]="t('bank.anyKind')"
        [options]="kinds()"
        [value]="now.loai || null"
        (valueChange)="set({ loai: $event ?? '' })"
      />
      <th-select
        [label]="t('about.status')"
        [empty]="t('bank.anyStatus')"
        [options]="statuses()"
        [value]="now.tt || null"
        (valueChange)="set({ tt: $event ?? '' })"
      />
    </div>
    <details [open]="startsOpen">
      <summary>{{ more() }}</summary>
      <div class="line">
        <th-select
          [label]="t('about.tags')"
          [empty]="t('bank.anyTag')"
          [options]="tagOptions()"
          [value]="now.the || null"
          (valueChange)="set({ the: $event ?? '' })"
        />
        <th-select
          [label]="t('bank.difficulty')"
          [empty]="t('bank.anyDifficulty')"
          [options]="difficulties()"
          [value]="now.muc || null"
          (valueChange)="set({ muc: $event ?? '' })"
        />
        <th-select
          [label]="t('about.era')"
          [empty]="t('bank.anyEra')"
          [options]="eras()"
          [value]="now.gd || null"
          (valueChange)="set({ gd: $event ?? '' })"
        />
        <label class="th-check">
          <input
            #due
            type="checkbox"
            [checked]="now.rs === '1'"
            (change)="set({ rs: due.checked ? '1' : '' })"
          />
          {{ t('bank.onlyDue') }}
        </label>
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      flex: 1 1 100%;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-8) var(--th-12);
    }
    th-select {
      flex: 0 1 12rem;
    }
    summary {
      width: fit-content;
      min-height: 36px;
      padding: 6px 0;
      color: var(--th-celadon);
      font-size: var(--th-size-15);
      cursor: pointer;
    }
    @media (max-width: 719px) {
      th-select {
        flex: 1 1 40%;
      }
      summary {
        min-height: var(--th-target);
        padding: 10px 0;
      }
    }
  `,
})
export class QuestionFiltersComponent {
  readonly filters = input.required<Filters>();
  readonly tags = input<readonly { tag: string; questions: number }[]>([]);
  readonly changed = output<Partial<Filters>>();
  protected readonly t = injectText();
  protected readonly kinds = computed(() =>
    QUESTION_KINDS.map((value) => ({ value: value as string, label: this.t(`kinds.${value}`) })),
  );
  protected readonly statuses = computed(() =>
    QUESTION_STATUSES.map((value) => ({
      value: value as string,
      label: this.t(`statuses.${value}`),
    })),
  );
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value: value as string, label: this.t(`difficulty.${value}`) })),
  );
  protected readonly eras = computed(() =>
    ERAS.map((value) => ({ value: value as string, label: this.t(`eras.${value}`) })),
  );
  protected readonly tagOptions = computed(() =>
    this.tags().map(({ tag, questions }) => ({ value: tag, label: `${tag} (${questions})` })),
  );
  protected readonly more = computed(() => {
    const count = furtherFilters(this.filters());
    return count > 0 ? this.t('bank.moreFiltersSet', { count }) : this.t('bank.moreFilters');
  });
  private opened: boolean | null = null;

  /** Open from the start where one of them is set; then as the person left it. */
  protected get startsOpen(): boolean {
    return (this.opened ??= furtherFilters(this.filters()) > 0);
  }

  protected set(part: Partial<Filters>): void {
    this.changed.emit({ ...part, trang: 1 });
  }
}
