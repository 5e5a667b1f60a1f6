/** The room where one says how coverage is counted: day, arrangement, audience, rule. */
import { Component, computed, inject, input, output } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { kept, read, SessionStore } from '@tap-huan/web/api';
import {
  DateInputComponent,
  FieldComponent,
  SelectComponent,
  type SelectOption,
} from '@tap-huan/web/ui';
import { injectCoverageText } from './i18n/text';
import { VIEW_STATE, type ViewState } from './view';

const PERCENTS = [100, 95, 90, 80, 70, 50];

@Component({
  selector: 'th-coverage-view-panel',
  imports: [DateInputComponent, FieldComponent, SelectComponent],
  template: `
    <details [open]="unusual()">
      <summary>{{ t('view') }}</summary>
      <div class="fields">
        <th-field [label]="t('asOf')" [hint]="t('asOfHint')">
          <th-date-input
            [to]="latest"
            [value]="state().asOf"
            (valueChange)="changed.emit({ asOf: $event })"
          />
        </th-field>
        @if (state().asOf) {
          <th-field [label]="t('by')">
            <th-select
              [options]="arrangements()"
              [value]="state().by"
              (valueChange)="changed.emit({ by: $event ?? 'then' })"
            />
          </th-field>
        }
        @if (mayAssign) {
          <th-field [label]="t('audience')">
            <th-select
              [options]="audiences()"
              [empty]="t('everybody')"
              [value]="state().audienceId"
              (valueChange)="changed.emit({ audienceId: $event })"
            />
          </th-field>
        }
        <th-field [label]="t('rule')">
          <th-select
            [options]="rules()"
            [value]="state().rule"
            (valueChange)="changed.emit({ rule: $event ?? 'assigned' })"
          />
        </th-field>
        <th-field [label]="t('percent')">
          <th-select
            [options]="percents()"
            [value]="state().percent"
            (valueChange)="changed.emit({ percent: $event ?? 100 })"
          />
        </th-field>
        @if (unusual()) {
          <button type="button" class="th-button th-button--small" (click)="changed.emit(usual)">
            {{ t('reset') }}
          </button>
        }
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-16);
    }
    summary {
      min-height: var(--th-target);
      padding-block: var(--th-8);
      font-weight: 500;
      cursor: pointer;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
      align-items: start;
      gap: var(--th-12) var(--th-16);
      padding: var(--th-8) 0 var(--th-16);
    }
    .th-button {
      align-self: end;
      justify-self: start;
    }
  `,
})
export class CoverageViewPanelComponent {
  readonly state = input.required<ViewState>();
  readonly changed = output<Partial<ViewState>>();
  protected readonly t = injectCoverageText();
  protected readonly mayAssign = inject(SessionStore).can('enrolment.assign');
  protected readonly latest = today(new Date());
  protected readonly usual: Partial<ViewState> = {
    asOf: null,
    by: VIEW_STATE.by,
    audienceId: null,
    rule: VIEW_STATE.rule,
    percent: VIEW_STATE.percent,
  };
  private readonly list = kept(
    read(endpoints.listAudiences, () =>
      this.mayAssign ? { query: { pageSize: 200 } } : undefined,
    ),
  );

  protected readonly unusual = computed(() => {
    const { asOf, audienceId, rule, percent } = this.state();
    return asOf !== null || audienceId !== null || rule !== 'assigned' || percent !== 100;
  });
  protected readonly audiences = computed<SelectOption<string>[]>(() =>
    (this.list()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly arrangements = computed<SelectOption<string>[]>(() => [
    { value: 'then', label: this.t('byThen') },
    { value: 'now', label: this.t('byNow') },
  ]);
  protected readonly rules = computed<SelectOption<string>[]>(() => [
    { value: 'assigned', label: this.t('ruleAssigned') },
    { value: 'everyone', label: this.t('ruleEveryone') },
  ]);
  protected readonly percents = computed<SelectOption<number>[]>(() => {
    const { percent } = this.state();
    const offered = PERCENTS.includes(percent) ? PERCENTS : [percent, ...PERCENTS];
    return offered.map((value) => ({
      value,
      label: value === 100 ? this.t('percentAll') : this.t('percentOf', { percent: value }),
    }));
  });
}
