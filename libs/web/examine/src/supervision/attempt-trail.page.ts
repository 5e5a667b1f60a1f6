/** The room where an inspector reads what happened to an attempt: times of each answer, and everything in order. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AttemptTrail, endpoints, type TrailLine } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  ErrorStateComponent,
  IconComponent,
  formatClock,
  formatInstant,
  formatMarks,
  InstantPipe,
  CalloutComponent,
  MarksPipe,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  Texts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { PHASE_TONES } from './supervised-words';
import { lineKey } from './trail-words';

@Component({
  selector: 'th-attempt-trail-page',
  imports: [
    RouterLink,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    PageHeaderComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './attempt-trail.page.html',
  styleUrl: './attempt-trail.page.scss',
})
export class AttemptTrailPage {
  readonly attemptId = input.required<string>();
  private readonly texts = inject(Texts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly trail = read(endpoints.readAttemptTrail, () => ({
    params: { attemptId: this.attemptId() },
  }));
  protected readonly heading = computed(() => {
    const attempt = this.trail.hasValue() ? this.trail.value().attempt : null;
    return attempt
      ? this.t('trail.heading', { name: attempt.fullName, n: attempt.number })
      : this.t('trail.title');
  });
  protected readonly tones = PHASE_TONES;

  protected sub({ attempt, quizTitle }: AttemptTrail): string {
    return [quizTitle, attempt.staffCode, attempt.unitName].filter((part) => part).join(' · ');
  }

  protected clock(seconds: number): string {
    return formatClock(seconds);
  }

  protected words({ kind }: TrailLine): string {
    const key = lineKey(kind);
    return key ? this.t(`trail.line.${key}`) : kind;
  }

  /** What more there is to say of a line, in a row of short remarks. */
  protected remarks(line: TrailLine): string {
    const language = this.texts.language();
    const marks = (value: number | null) => formatMarks(value, language);
    const minutes = line.detail['minutes'];
    const name = line.detail['name'];
    const parts = [
      line.slot === null ? '' : this.t('trail.slotShort', { n: line.slot }),
      line.awardedTo === null
        ? ''
        : line.awardedFrom === null
          ? this.t('trail.given', { to: marks(line.awardedTo) })
          : this.t('trail.change', { from: marks(line.awardedFrom), to: marks(line.awardedTo) }),
      typeof minutes === 'number' ? this.t('trail.minutes', { n: minutes }) : '',
      line.seconds === null ? '' : this.t('trail.seconds', { time: formatClock(line.seconds) }),
      typeof name === 'string' ? name : '',
      line.receivedAt === null || line.receivedAt === line.at
        ? ''
        : this.t('trail.received', { at: formatInstant(line.receivedAt) }),
      line.reason,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  protected who({ source, byName }: TrailLine): string {
    return byName ?? this.t(source === 'fact' ? 'trail.taker' : 'trail.system');
  }
}
