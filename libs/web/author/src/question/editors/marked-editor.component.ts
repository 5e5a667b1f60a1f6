/** The room of what a person marks: the limits of an essay or of files, the rubric, and what markers are told. */
import { Component, computed, input, output } from '@angular/core';
import { UPLOAD_KINDS } from '@tap-huan/contract';
import { FieldComponent, InputDirective, SkeletonComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import {
  type MediaPicker,
  RichTextComponent,
  type StartText,
} from '../../rich-text/rich-text.component';
import type { EssayForm, UploadForm, UploadKind } from '../forms/marked-form';
import { RubricEditorComponent } from './rubric-editor.component';

@Component({
  selector: 'th-marked-editor',
  imports: [
    FieldComponent,
    InputDirective,
    RichTextComponent,
    RubricEditorComponent,
    SkeletonComponent,
  ],
  templateUrl: './marked-editor.component.html',
  styleUrl: './editor.scss',
  styles: `
    .kinds {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
      column-gap: var(--th-16);
    }
    .label {
      display: block;
      font-weight: 500;
    }
    .hint {
      margin-bottom: var(--th-4);
    }
  `,
})
export class MarkedEditorComponent {
  readonly form = input.required<EssayForm | UploadForm>();
  /** What the long texts begin with. */
  readonly start = input.required<Record<'markingGuide' | 'modelAnswer', StartText>>();
  readonly pickMedia = input<MediaPicker>();
  readonly changed = output<Partial<EssayForm & UploadForm>>();
  protected readonly t = injectText();
  protected readonly kinds = UPLOAD_KINDS;
  protected readonly longTexts = ['markingGuide', 'modelAnswer'] as const;
  protected readonly essay = computed(() => {
    const form = this.form();
    return 'minimumWords' in form ? form : null;
  });
  protected readonly upload = computed(() => {
    const form = this.form();
    return 'accept' in form ? form : null;
  });

  protected write(long: 'markingGuide' | 'modelAnswer', html: string): void {
    this.changed.emit({ [long]: html });
  }

  /** In the order of the list, whatever the order of the clicks. */
  protected accept({ accept }: UploadForm, kind: UploadKind): void {
    const now = new Set(accept);
    if (!now.delete(kind)) now.add(kind);
    this.changed.emit({ accept: UPLOAD_KINDS.filter((one) => now.has(one)) });
  }
}
