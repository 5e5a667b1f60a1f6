/** The room of marks that were given: two markers side by side, and what was decided after them. */
import { Component, computed, input } from '@angular/core';
import type { MarkingTask } from '@tap-huan/contract';
import { formatInstant, formatMarks, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

type Given = MarkingTask['marks'][number];

@Component({
  selector: 'th-given-marks',
  templateUrl: './given-marks.component.html',
  styleUrl: './given-marks.component.scss',
})
export class GivenMarksComponent {
  readonly marks = input.required<readonly Given[]>();
  readonly rubric = input.required<MarkingTask['rubric']>();
  readonly points = input.required<number>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly byMarkers = computed(() => this.marks().filter(({ kind }) => kind === 'mark'));
  protected readonly decisions = computed(() => this.marks().filter(({ kind }) => kind !== 'mark'));
  /** Criteria with what each marker chose; those that differ are said to. */
  protected readonly criteria = computed(() =>
    this.rubric().map(({ id, title, levels }) => {
      const chosen = this.byMarkers().map((mark) =>
        levels.find((level) => level.id === mark.levels[id]),
      );
      return {
        id,
        title,
        chosen: chosen.map((level) => (level ? `${level.percent} %` : this.t('given.notJudged'))),
        differs: new Set(chosen.map((level) => level?.id)).size > 1,
      };
    }),
  );

  protected markOf({ awarded }: Given): string {
    return this.t('given.mark', {
      awarded: formatMarks(awarded, this.language()),
      points: formatMarks(this.points(), this.language()),
    });
  }

  protected byline({ markerName, at }: Given): string {
    return this.t('given.at', { name: markerName, at: formatInstant(at) });
  }
}
