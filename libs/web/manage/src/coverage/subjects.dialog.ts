/** The room where the columns of the matrix are chosen. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { Problems, read } from '@tap-huan/web/api';
import {
  DialogFrameComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  NumberPipe,
  SearchFieldComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectCoverageText } from './i18n/text';
import { MOST_SUBJECTS } from './view';

/** Opened with the ids chosen so far; closes with the new ones, or with nothing. */
@Component({
  selector: 'th-coverage-subjects-dialog',
  imports: [
    DialogFrameComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    NumberPipe,
    SearchFieldComponent,
    SkeletonComponent,
  ],
  template: `
    <th-dialog [heading]="t('choose.title')">
      <p class="th-muted">{{ t('choose.intro') }}</p>
      @if (list.hasValue()) {
        @if (list.value().items.length) {
          <th-search [label]="t('choose.search')" [(value)]="search" />
          <p class="th-small" aria-live="polite">
            {{ t('choose.chosen', { count: chosen().size, most: most }) }}
            @if (chosen().size) {
              <button
                type="button"
                class="th-button th-button--quiet th-button--small"
                (click)="clear()"
              >
                {{ t('choose.clear') }}
              </button>
            }
          </p>
          <ul>
            @for (subject of shown(); track subject.id) {
              <li>
                <label class="th-check">
                  <input
                    type="checkbox"
                    [checked]="chosen().has(subject.id)"
                    [disabled]="!chosen().has(subject.id) && chosen().size >= most"
                    (change)="toggle(subject.id)"
                  />
                  <span>
                    {{ subject.code }} · {{ subject.title }}
                    <small>
                      {{ t(subject.kind === 'course' ? 'choose.course' : 'choose.programme') }},
                      {{ t('choose.persons', { count: (subject.persons | thNumber) }) }}
                    </small>
                  </span>
                </label>
              </li>
            } @empty {
              <li class="th-muted">{{ t('choose.noMatch') }}</li>
            }
          </ul>
        } @else {
          <th-empty-state compact icon="book" [heading]="t('choose.nothing')" />
        }
      } @else if (list.error(); as error) {
        <th-error-state compact [message]="problems.message(error)" (retry)="list.reload()" />
      } @else {
        <th-skeleton [count]="6" />
      }
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('choose.cancel') }}
      </button>
      <button thActions type="button" class="th-button th-button--primary" (click)="apply()">
        {{ t('choose.apply') }}
      </button>
    </th-dialog>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--th-4);
      max-height: 50vh;
      margin: var(--th-8) 0 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    small {
      display: block;
      color: var(--th-ink-2);
    }
  `,
})
export class CoverageSubjectsDialog {
  protected readonly problems = inject(Problems);
  protected readonly t = injectCoverageText();
  protected readonly ref = inject<DialogRef<string[]>>(DialogRef);
  protected readonly list = read(endpoints.listCoverageSubjects);
  protected readonly most = MOST_SUBJECTS;
  protected readonly search = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(
    new Set(inject<readonly string[]>(DIALOG_DATA)),
  );
  protected readonly shown = computed(() => {
    const words = fold(this.search()).split(' ').filter(Boolean);
    const items = this.list.hasValue() ? this.list.value().items : [];
    return items.filter(({ code, title }) => {
      const text = fold(`${code} ${title}`);
      return words.every((word) => text.includes(word));
    });
  });

  protected toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) next.add(id);
    this.chosen.set(next);
  }

  protected clear(): void {
    this.chosen.set(new Set());
  }

  protected apply(): void {
    this.ref.close([...this.chosen()]);
  }
}
