/** The room where a lesson is written, with what learners will see beside it. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  Dialogs,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  InstantPipe,
  PageHeaderComponent,
  PageTitle,
  SavedStateComponent,
  SectionComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { FileWords } from '../parts/file-words';
import { LinesComponent } from '../parts/lines.component';
import type { FigureAttributes } from '../rich-text/nodes';
import { type MediaWish, RichTextComponent } from '../rich-text/rich-text.component';
import { AttachmentsComponent } from './attachments.component';
import { LessonPreviewComponent } from './lesson-preview.component';
import { LessonDesk } from './lesson.desk';
import type { LessonText } from './lesson-text';
import { MediaPickerPage } from './media-picker.page';

const WIDE = '(min-width: 1180px)';

@Component({
  selector: 'th-lesson-editor-page',
  imports: [
    RouterLink,
    AttachmentsComponent,
    CalloutComponent,
    DateInputComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    InstantPipe,
    LessonPreviewComponent,
    LinesComponent,
    PageHeaderComponent,
    RichTextComponent,
    SavedStateComponent,
    SectionComponent,
    SkeletonComponent,
  ],
  providers: [LessonDesk],
  templateUrl: './lesson-editor.page.html',
  styleUrl: './lesson-editor.page.scss',
})
export class LessonEditorPage {
  readonly courseId = input.required<string>();
  readonly lessonId = input.required<string>();
  protected readonly desk = inject(LessonDesk);
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly fileWords = inject(FileWords);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);
  protected readonly t = injectText();
  protected readonly editable = computed(
    () => this.desk.resource.hasValue() && this.desk.resource.value().editable,
  );
  /** Whether what learners see stands beside (narrow: instead of) the editor. */
  protected readonly preview = signal(matchMedia(WIDE).matches);
  protected readonly uploading = signal<number | null>(null);
  protected readonly uploadFailure = signal<string | null>(null);
  protected readonly pickMedia = (wish: MediaWish) => this.pick(wish);

  constructor() {
    effect(() => this.desk.lessonId.set(this.lessonId()));
    effect(() => this.title.own.set(this.desk.text()?.title ?? null));
  }

  protected wrong(field: 'title' | 'minutes' | 'legalBasis' | 'bodyHtml'): string | null {
    return this.desk.wrong().includes(field) ? this.t(`lesson.wrong.${field}`) : null;
  }

  protected minutes(text: string): void {
    this.desk.change({ minutes: text.trim() === '' ? null : Number(text) });
  }

  protected attach(attachments: LessonText['attachments']): void {
    const before = this.desk.text()?.attachments ?? [];
    this.desk.change({ attachments });
    const removed = before.length > attachments.length;
    if (removed)
      this.toasts.undoable(this.t('attachments.removed'), () =>
        this.desk.change({ attachments: before }),
      );
  }

  /** One after the other; what has arrived stays when a later one fails. */
  protected async upload(files: File[]): Promise<void> {
    this.uploadFailure.set(null);
    for (const [at, file] of files.entries()) {
      try {
        this.uploading.set(at / files.length);
        const media = await this.api.upload(endpoints.uploadMedia, file, {
          progress: (ratio) => this.uploading.set((at + ratio) / files.length),
        });
        const title = media.name.replace(/\.[^.]+$/, '');
        const attachments = this.desk.text()?.attachments ?? [];
        this.desk.change({ attachments: [...attachments, { mediaId: media.id, title, media }] });
      } catch (error) {
        this.uploadFailure.set(this.fileWords.of(error, file.name));
        break;
      } finally {
        this.uploading.set(null);
      }
    }
  }

  private async pick(wish: MediaWish): Promise<FigureAttributes | null> {
    const data = wish;
    return (await this.dialogs.open<FigureAttributes>(MediaPickerPage, { data })) ?? null;
  }
}
