/** The room of what a programme asks besides its sets: marks, attendance, conduct, time. */
import { Component, input, output } from '@angular/core';
import type { ProgrammeRules } from '@tap-huan/contract';
import { FieldComponent, InputDirective } from '@tap-huan/web/ui';
import { injectProgrammeText } from './i18n/text';
import { wholeOf } from './whole-number';

@Component({
  selector: 'th-rules-form',
  imports: [FieldComponent, InputDirective],
  template: `
    @let r = rules();
    <div class="grid">
      <th-field required [label]="t('rules.minimum')">
        <input
          #minimum
          thInput
          inputmode="numeric"
          [value]="r.minimumPercent"
          (change)="
            change({ minimumPercent: whole(minimum.value, 0, 100) ?? r.minimumPercent });
            minimum.value = '' + rules().minimumPercent
          "
        />
      </th-field>
      <th-field [label]="t('rules.attendance')" [hint]="t('rules.attendanceHint')">
        <input
          #attendance
          thInput
          inputmode="numeric"
          [value]="r.attendancePercent ?? ''"
          (change)="change({ attendancePercent: whole(attendance.value, 1, 100) })"
        />
      </th-field>
      <th-field [label]="t('rules.minutes')" [hint]="t('rules.minutesHint')">
        <input
          #minutes
          thInput
          inputmode="numeric"
          [value]="r.minimumMinutes ?? ''"
          (change)="change({ minimumMinutes: whole(minutes.value, 1, 60000) })"
        />
      </th-field>
      <th-field [label]="t('rules.cap')" [hint]="t('rules.capHint')">
        <input
          #cap
          thInput
          inputmode="numeric"
          [value]="r.minutesCap ?? ''"
          (change)="change({ minutesCap: whole(cap.value, 1, 600) })"
        />
      </th-field>
      <label class="th-check wide">
        <input type="checkbox" [checked]="r.conduct" (change)="change({ conduct: !r.conduct })" />
        {{ t('rules.conduct') }}
      </label>
    </div>
  `,
  styleUrl: './form-grid.scss',
})
export class RulesFormComponent {
  readonly rules = input.required<ProgrammeRules>();
  readonly changed = output<ProgrammeRules>();
  protected readonly t = injectProgrammeText();
  protected readonly whole = wholeOf;

  protected change(part: Partial<ProgrammeRules>): void {
    this.changed.emit({ ...this.rules(), ...part });
  }
}
