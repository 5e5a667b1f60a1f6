/** The room of a question that is appealed against: what was asked, answered, right, and given for it. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AppealedSlot, AttemptFile } from '@tap-huan/contract';
import { formatMarks, IconComponent, injectLanguage, ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-appealed-slot',
  imports: [IconComponent, ProseComponent, RouterLink],
  template: `
    @if (named()) {
      <h4>{{ t('appeal.slot', { n: slot().slot, title: slot().title }) }}</h4>
    }
    <th-prose compact lang="vi" [html]="slot().stem" />
    <dl>
      <div>
        <dt>{{ t('appeal.given') }}</dt>
        @if (slot().files.length > 0) {
          <dd>
            @for (file of slot().files; track file.id) {
              <a download [href]="fileUrl()(file)">
                <th-icon name="download" [size]="16" /> {{ file.name }}
              </a>
            }
          </dd>
        } @else {
          <dd class="words" lang="vi">{{ given() }}</dd>
        }
      </div>
      @if (right(); as right) {
        <div>
          <dt>{{ t('appeal.right') }}</dt>
          <dd class="words" lang="vi">{{ right }}</dd>
        </div>
      }
    </dl>
    <p>
      <strong class="th-figures">{{ now() }}</strong>
      @if (slot().taskId; as task) {
        <a [routerLink]="['/khao-thi/cham-diem/bai', task]">{{ t('appeal.openTask') }}</a>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--th-8);
      padding: var(--th-12) var(--th-16);
      border-radius: var(--th-radius);
      background: var(--th-sunken);
    }
    dl {
      display: grid;
      gap: var(--th-8);
    }
    dt {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .words {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-16);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: 36px;
    }
    dd a {
      display: flex;
    }
  `,
})
export class AppealedSlotComponent {
  readonly slot = input.required<AppealedSlot>();
  /** Whether it says which question it is: one among others. */
  readonly named = input(false);
  readonly fileUrl = input.required<(file: AttemptFile) => string>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly given = computed(
    () => this.words(this.slot().given) ?? this.t('appeal.nothing'),
  );
  protected readonly right = computed(() => this.words(this.slot().right));
  protected readonly now = computed(() => {
    const { awarded, points } = this.slot();
    return this.t('appeal.now', {
      awarded: formatMarks(awarded, this.language()),
      points: formatMarks(points, this.language()),
    });
  });

  private words(text: string | null): string | null {
    if (this.slot().kind !== 'true_false' || text === null) return text;
    return this.t(text === 'true' ? 'appeal.true' : 'appeal.false');
  }
}
