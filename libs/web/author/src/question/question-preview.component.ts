/** The room of a question as a learner will see it; nothing that is tried here is kept. */
import { Component, computed, input } from '@angular/core';
import type { PaperOf, QuestionContent } from '@tap-huan/contract';
import { freezeQuestion, seededRandom, shownQuestion } from '@tap-huan/rules';
import { IconComponent, ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { TryBlanksComponent } from './preview/try-blanks.component';
import { TryPictureComponent } from './preview/try-picture.component';
import { TryTypedComponent } from './preview/try-typed.component';

@Component({
  selector: 'th-question-preview',
  imports: [
    IconComponent,
    ProseComponent,
    TryBlanksComponent,
    TryPictureComponent,
    TryTypedComponent,
  ],
  templateUrl: './question-preview.component.html',
  styleUrl: './question-preview.component.scss',
})
export class QuestionPreviewComponent {
  readonly content = input.required<QuestionContent>();
  /** The text that several questions share, where this one has it. */
  readonly stimulus = input<{ title: string; html: string } | null>(null);
  protected readonly t = injectText();
  /** Drawn with the same seed, so that it does not jump about while typing. */
  protected readonly frozen = computed(() =>
    freezeQuestion(drawable(this.content()), {
      random: seededRandom('preview'),
      shuffleOptions: false,
    }),
  );
  protected readonly paper = computed(() => shownQuestion(this.frozen()));
  protected readonly afterwards = computed(() => {
    const content = this.content();
    const model = 'modelAnswer' in content ? content.modelAnswer : '';
    const { feedback, legalBasis } = content;
    return feedback || legalBasis.length > 0 || model ? { feedback, legalBasis, model } : null;
  });

  protected kinds(accept: PaperOf<'file_upload'>['accept']): string {
    return accept.map((kind) => this.t(`marked.kinds.${kind}`)).join(', ');
  }
}

/** Numbers that are not typed yet cannot be drawn: the stem then shows the names. */
const drawable = (content: QuestionContent): QuestionContent =>
  content.kind === 'calculated' &&
  content.variables.some(({ minimum, maximum, decimals }) =>
    [minimum, maximum, decimals].some(Number.isNaN),
  )
    ? { ...content, variables: [] }
    : content;
