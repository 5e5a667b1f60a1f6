/** The room of what an assignment would do today: how many it concerns, how many are enrolled, until when. */
import { Component, inject, input } from '@angular/core';
import { endpoints, type RequestOf } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DayPipe,
  ErrorStateComponent,
  NumberPipe,
  SectionComponent,
} from '@tap-huan/web/ui';
import { injectAssignmentText } from './i18n/text';

type Asked = RequestOf<typeof endpoints.previewAssignment>['body'];

@Component({
  selector: 'th-assignment-effect',
  imports: [CalloutComponent, DayPipe, ErrorStateComponent, NumberPipe, SectionComponent],
  templateUrl: './assignment-effect.component.html',
  styles: `
    dl {
      display: grid;
      gap: var(--th-8);
      margin: 0 0 var(--th-12);
    }
    dl > div {
      display: flex;
      justify-content: space-between;
      gap: var(--th-12);
    }
    dt {
      color: var(--th-ink-2);
    }
    dd {
      margin: 0;
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class AssignmentEffectComponent {
  /** Undefined while it cannot be asked. */
  readonly asked = input.required<Asked | undefined>();
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly states = ['done', 'exempt'] as const;
  protected readonly preview = read(endpoints.previewAssignment, () => {
    const body = this.asked();
    return body && { body };
  });
  protected readonly result = kept(this.preview);
}
