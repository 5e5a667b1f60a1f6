/** The room of the comment bank beside a mark: remarks kept with the question, to be used again. */
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { endpoints, type MarkingComment } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import { IconComponent, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-comment-bank',
  imports: [IconComponent],
  templateUrl: './comment-bank.page.html',
  styleUrl: './comment-bank.page.scss',
})
export class CommentBankPage {
  readonly questionId = input.required<string>();
  /** What is typed now. */
  readonly comment = input.required<string>();
  readonly disabled = input(false);
  readonly insert = output<string>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly bank = read(endpoints.listMarkingComments, () => ({
    params: { questionId: this.questionId() },
  }));
  private readonly known = kept(this.bank);
  protected readonly comments = computed(() => this.known()?.items ?? []);
  protected readonly title = computed(() => {
    const n = this.comments().length;
    return n > 0 ? this.t('mark.bankCount', { n }) : this.t('mark.bank');
  });
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  /** Whether what is typed is worth keeping, and not kept yet. */
  protected readonly mayAdd = computed(() => {
    const text = this.comment().normalize('NFC').trim();
    return text !== '' && text.length <= 2_000 && !this.comments().some((one) => one.text === text);
  });

  protected async use(comment: MarkingComment): Promise<void> {
    this.insert.emit(comment.text);
    // Not worth a message: it only counts.
    await this.keep(comment.text).catch(() => undefined);
  }

  protected async add(): Promise<void> {
    if (this.busy() || !this.mayAdd()) return;
    this.busy.set(true);
    try {
      await this.keep(this.comment());
      this.toasts.tell(this.t('mark.bankAdded'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async remove({ id, text }: MarkingComment): Promise<void> {
    try {
      await this.api.call(endpoints.removeMarkingComment, { params: { commentId: id } });
      this.bank.reload();
      this.toasts.undoable(this.t('mark.bankRemoved'), () => void this.keep(text));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }

  private async keep(text: string): Promise<void> {
    await this.api.call(endpoints.addMarkingComment, {
      params: { questionId: this.questionId() },
      body: { text },
    });
    this.bank.reload();
  }
}
