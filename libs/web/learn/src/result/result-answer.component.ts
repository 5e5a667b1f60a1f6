/** The room of an answer looked at again: in the shape of its question, beside what is right as far as that is shown. */
import { Component, computed, input } from '@angular/core';
import type { AttemptFile, ImageArea } from '@tap-huan/contract';
import { IconComponent, type IconName, SizePipe } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { paragraphsOf } from '../question/blanks/blanks';
import { countWords } from '../question/essay/words';
import { isPoint } from '../question/picture/marks';
import { PictureComponent } from '../question/picture/picture.component';
import { answerLines, blankText, notesOn, reviewedOptions } from './answer-lines';
import { injectAnswerWords } from './answer-words';
import type { ResultSlot } from './outcome-tone';

@Component({
  selector: 'th-result-answer',
  imports: [IconComponent, PictureComponent, SizePipe],
  templateUrl: './result-answer.component.html',
  styleUrl: './result-answer.component.scss',
})
export class ResultAnswerComponent {
  readonly slot = input.required<ResultSlot>();
  /** Whether the own answer may be shown. */
  readonly showResponse = input.required<boolean>();
  readonly fileUrl = input<((file: AttemptFile) => string) | null>(null);
  protected readonly t = injectQuestionText();
  private readonly words = injectAnswerWords();
  private readonly question = computed(() => this.slot().question);
  private readonly response = computed(() => this.slot().response);

  protected readonly options = computed(() => {
    const { question, response, correct, optionFeedback } = this.slot();
    return reviewedOptions(question, response, correct, optionFeedback, this.words());
  });
  protected readonly own = computed(() =>
    answerLines(this.question(), this.response(), this.words()),
  );
  protected readonly correct = computed(() =>
    answerLines(this.question(), this.slot().correct, this.words()),
  );
  /** Notes on places of a picture; those on options stand beside the options. */
  protected readonly notes = computed(() =>
    this.options() ? [] : notesOn(this.question(), this.slot().optionFeedback, this.words()),
  );
  protected readonly picture = computed(() => {
    const question = this.question();
    if (question.kind !== 'hotspot') return null;
    const response = this.response();
    const marks = response?.kind === 'hotspot' ? response.marks : [];
    return {
      image: question.image,
      points: marks.flatMap((mark, place) => (isPoint(mark) ? { ...mark, number: place + 1 } : [])),
      areas: (this.slot().rightAreas ?? []) as readonly ImageArea[],
    };
  });
  /** The text with what was filled in; null for other kinds, and where nothing was. */
  protected readonly filled = computed(() => {
    const question = this.question();
    const response = this.response();
    if (question.kind !== 'fill_blanks' || response?.kind !== 'fill_blanks') return null;
    if (this.own().length === 0) return null;
    return paragraphsOf(question.segments).map((parts) =>
      parts.map((part) =>
        part.kind === 'text'
          ? { ...part, blank: false as const }
          : {
              ...part,
              blank: true as const,
              text: blankText(question, part.id, response.blanks[part.id] ?? ''),
            },
      ),
    );
  });
  protected readonly essay = computed(() => {
    const response = this.response();
    return response?.kind === 'essay' && response.text.trim() ? response.text : null;
  });
  protected readonly wordCount = computed(() => countWords(this.essay() ?? ''));
  protected readonly files = computed(() => {
    const response = this.response();
    return response?.kind === 'file_upload' ? response.files : [];
  });

  /** By shape: a tick for right, a cross for a wrong choice, nothing for what was left alone. */
  protected mark({ chosen, right }: { chosen: boolean; right: boolean | null }): IconName | null {
    if (right) return 'done';
    if (!chosen) return null;
    return right === null ? 'check' : 'cancel';
  }
}
