/** The room where an account is linked to a person in the organisation, found by search. */
import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { endpoints, type OfficerRow } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import { IconComponent, PersonComponent, SearchFieldComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** A part of the account dialog; the value is the officer's id or null. */
@Component({
  selector: 'th-officer-link',
  imports: [IconComponent, PersonComponent, SearchFieldComponent],
  template: `
    <fieldset>
      <legend>{{ t('accountForm.officer') }}</legend>
      <p class="hint">{{ t('accountForm.officerHint') }}</p>
      @if (value()) {
        <div class="linked">
          @if (picked(); as officer) {
            <th-person
              [name]="officer.fullName"
              [sub]="officer.staffCode + ' · ' + officer.unitName"
            />
          } @else if (unitName(); as unit) {
            <span>{{ t('accountForm.officerLinked', { unit }) }}</span>
          } @else {
            <span>{{ t('accountForm.officerLinkedNoUnit') }}</span>
          }
          <button type="button" class="th-button th-button--small" (click)="choose(null)">
            {{ t('accountForm.officerUnlink') }}
          </button>
        </div>
      } @else {
        <th-search [label]="t('accountForm.officerSearch')" [(value)]="search" />
        <div aria-live="polite">
          @if (list.error(); as error) {
            <p class="hint">{{ problems.message(error) }}</p>
          } @else if (found(); as officers) {
            <ul #results>
              @for (officer of officers; track officer.id) {
                <li>
                  <button type="button" [disabled]="taken(officer)" (click)="choose(officer)">
                    <th-person [name]="officer.fullName" [sub]="subOf(officer)" />
                  </button>
                </li>
              } @empty {
                <li class="hint none">{{ t('accountForm.officerNone') }}</li>
              }
            </ul>
          } @else if (!search()) {
            <p class="hint none">
              <th-icon name="info" [size]="16" /> {{ t('accountForm.officerUnlinked') }}
            </p>
          }
        </div>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    .hint {
      margin-bottom: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .none {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      margin: 0;
      padding: var(--th-8) 0;
    }
    .linked {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--th-8) var(--th-16);
      padding: var(--th-8) var(--th-12);
      border-radius: var(--th-radius);
      background: var(--th-celadon-tint);
    }
    th-search {
      max-width: none;
    }
    ul {
      // Clear of the buttons at the foot of the dialog.
      scroll-margin-bottom: 6rem;
      margin: var(--th-8) 0 0;
      padding: 0;
      list-style: none;
    }
    li button {
      display: flex;
      width: 100%;
      min-height: var(--th-target);
      padding: var(--th-4) var(--th-8);
      border: 0;
      border-radius: var(--th-radius);
      background: none;
      text-align: left;
      cursor: pointer;
    }
    li button:hover:not(:disabled) {
      background: var(--th-celadon-tint);
    }
    li button:disabled {
      opacity: 0.6;
      cursor: not-allowed;
    }
  `,
})
export class OfficerLinkPage {
  readonly value = model<string | null>(null);
  /** The unit of the officer that was linked before. */
  readonly unitName = input<string | null>(null);
  /** The officer that this account had at first stays free for it. */
  readonly own = input<string | null>(null);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly search = signal('');
  protected readonly picked = signal<OfficerRow | null>(null);
  protected readonly list = read(endpoints.listOfficers, () =>
    this.search() ? { query: { search: this.search(), pageSize: 6 } } : undefined,
  );
  private readonly results = viewChild<ElementRef<HTMLElement>>('results');
  protected readonly found = computed(() =>
    this.search() && this.list.hasValue() ? this.list.value().items : undefined,
  );

  constructor() {
    // What was found stands below the edge of a long dialog, else.
    afterRenderEffect(() => {
      if (this.found()) this.results()?.nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }

  protected taken(officer: OfficerRow): boolean {
    return officer.accountId !== null && officer.id !== this.own();
  }

  protected subOf(officer: OfficerRow): string {
    const words = [officer.staffCode, officer.unitName];
    if (this.taken(officer)) words.push(this.t('accountForm.officerTaken'));
    return words.join(' · ');
  }

  protected choose(officer: OfficerRow | null): void {
    this.picked.set(officer);
    this.value.set(officer?.id ?? null);
    this.search.set('');
  }
}
