/** The room of what a programme says of itself: title, hours, group, form, legal basis, validity. */
import { Component, computed, input, output } from '@angular/core';
import { CONTENT_GROUPS, DELIVERY_FORMS, type ProgrammeContent } from '@tap-huan/contract';
import { FieldComponent, InputDirective, SelectComponent } from '@tap-huan/web/ui';
import { injectProgrammeText } from './i18n/text';
import { wholeOf } from './whole-number';

@Component({
  selector: 'th-about-form',
  imports: [FieldComponent, InputDirective, SelectComponent],
  template: `
    @let c = content();
    <div class="grid">
      <th-field class="wide" required [label]="t('about.title')" [error]="titleError()">
        <textarea
          #title
          thInput
          rows="2"
          maxlength="300"
          [value]="c.title"
          (input)="change({ title: title.value })"
        ></textarea>
      </th-field>
      <th-field class="wide" [label]="t('about.summary')">
        <textarea
          #summary
          thInput
          rows="3"
          maxlength="2000"
          [value]="c.summary"
          (input)="change({ summary: summary.value })"
        ></textarea>
      </th-field>
      <th-field class="wide" [label]="t('about.audience')">
        <input
          #audience
          thInput
          maxlength="500"
          [value]="c.audience"
          (input)="change({ audience: audience.value })"
        />
      </th-field>
      <th-field required [label]="t('about.hours')" [hint]="t('about.hoursHint')">
        <input
          #hours
          thInput
          inputmode="numeric"
          [value]="c.hours"
          (change)="
            change({ hours: whole(hours.value, 1, 2000) ?? c.hours });
            hours.value = '' + content().hours
          "
        />
      </th-field>
      <th-field [label]="t('about.validity')" [hint]="t('about.validityHint')">
        <input
          #validity
          thInput
          inputmode="numeric"
          [value]="c.validityMonths ?? ''"
          (change)="change({ validityMonths: whole(validity.value, 1, 240) })"
        />
      </th-field>
      <th-field required [label]="t('about.contentGroup')">
        <th-select
          [options]="groups()"
          [value]="c.contentGroup"
          (valueChange)="change({ contentGroup: $event ?? c.contentGroup })"
        />
      </th-field>
      <th-field required [label]="t('about.form')">
        <th-select
          [options]="forms()"
          [value]="c.deliveryForm"
          (valueChange)="change({ deliveryForm: $event ?? c.deliveryForm })"
        />
      </th-field>
      <th-field class="wide" [label]="t('about.legal')" [hint]="t('about.legalHint')">
        <textarea
          #legal
          thInput
          rows="2"
          [value]="c.legalBasis.join('\\n')"
          (change)="change({ legalBasis: lines(legal.value) })"
        ></textarea>
      </th-field>
    </div>
  `,
  styleUrl: './form-grid.scss',
})
export class AboutFormComponent {
  readonly content = input.required<ProgrammeContent>();
  readonly titleError = input<string | null>(null);
  readonly changed = output<Partial<ProgrammeContent>>();
  protected readonly t = injectProgrammeText();
  protected readonly whole = wholeOf;
  protected readonly groups = computed(() =>
    CONTENT_GROUPS.map((value) => ({ value, label: this.t(`contentGroup.${value}`) })),
  );
  protected readonly forms = computed(() =>
    DELIVERY_FORMS.map((value) => ({ value, label: this.t(`form.${value}`) })),
  );

  protected change(part: Partial<ProgrammeContent>): void {
    this.changed.emit(part);
  }

  protected lines(text: string): string[] {
    return text
      .split('\n')
      .map((line) => line.trim().slice(0, 300))
      .filter(Boolean)
      .slice(0, 20);
  }
}
