/** The room of officers who are named in a rule: searched by name or code, shown as chips, taken out again. */
import { Component, computed, input, output, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { kept, read } from '@tap-huan/web/api';
import { IconComponent, SearchFieldComponent } from '@tap-huan/web/ui';
import { injectAudienceText } from './i18n/text';

/** Somebody who is named; the sub line tells those of one name apart. */
export interface NamedPerson {
  id: string;
  name: string;
  sub: string;
}

/** Found people shown at once. */
const SHOWN = 6;

@Component({
  selector: 'th-named-officers',
  imports: [IconComponent, SearchFieldComponent],
  template: `
    <span class="label">{{ label() }}</span>
    @if (people().length) {
      <ul class="chips">
        @for (person of people(); track person.id) {
          <li [title]="person.sub">
            {{ person.name }}
            <button
              type="button"
              [attr.aria-label]="t('field.removeTerm', { name: person.name })"
              (click)="removed.emit(person.id)"
            >
              <th-icon name="close" [size]="14" />
            </button>
          </li>
        }
      </ul>
    }
    <th-search
      [label]="label() + ': ' + t('field.addPerson')"
      [placeholder]="t('field.addPerson')"
      [value]="search()"
      (valueChange)="search.set($event)"
    />
    <div aria-live="polite">
      @if (search().trim()) {
        @if (found(); as found) {
          @for (person of found; track person.id) {
            <button type="button" class="th-menu-item person" (click)="choose(person)">
              <th-icon name="add" [size]="16" />
              <span>
                {{ person.name }}
                <span class="sub">{{ person.sub }}</span>
              </span>
            </button>
          } @empty {
            <p class="th-muted th-small">{{ t('field.nobodyFound') }}</p>
          }
        }
      }
    </div>
  `,
  styleUrl: './chips.scss',
  styles: `
    .person {
      display: flex;
      gap: var(--th-8);
      width: 100%;
      text-align: left;
    }
    .sub {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class NamedOfficersComponent {
  readonly label = input.required<string>();
  readonly people = input.required<readonly NamedPerson[]>();
  /** Only officers of this subtree are offered. */
  readonly unitId = input<string | null>(null);
  readonly added = output<NamedPerson>();
  readonly removed = output<string>();
  protected readonly t = injectAudienceText();
  protected readonly search = signal('');
  private readonly officers = read(endpoints.listOfficers, () => {
    const search = this.search().trim();
    const unitId = this.unitId() ?? undefined;
    return search ? { query: { page: 1, pageSize: SHOWN, search, unitId } } : undefined;
  });
  private readonly known = kept(this.officers);
  protected readonly found = computed(() => {
    const chosen = new Set(this.people().map(({ id }) => id));
    return this.known()
      ?.items.filter(({ id }) => !chosen.has(id))
      .map(({ id, fullName, staffCode, unitName }) => ({
        ...{ id, name: fullName, sub: `${staffCode} · ${unitName}` },
      }));
  });

  protected choose(person: NamedPerson): void {
    this.search.set('');
    this.added.emit(person);
  }
}
