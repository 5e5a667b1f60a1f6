/** The room where a code is answered: valid or not in words, what the register says, and the rest for who knows it. */
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { endpoints, type OutputOf, type RequestOf } from '@tap-huan/contract';
import { displayVerifyCode } from '@tap-huan/rules';
import { Api, isFailure, Problems, read } from '@tap-huan/web/api';
import { ErrorStateComponent, SkeletonComponent } from '@tap-huan/web/ui';
import { AnswerComponent } from './answer.component';
import { CodeFormComponent } from './code-form.component';
import { DetailsFormComponent } from './details-form.component';
import { FileCheckComponent } from './file-check.component';
import { injectText } from './i18n/text';
import { MissingComponent } from './missing.component';
import { PrintedComponent } from './printed.component';
import { codeProblem } from './typed-code';

type Known = RequestOf<typeof endpoints.verifyDetails>['body'];

@Component({
  selector: 'th-verify-paper-page',
  imports: [
    AnswerComponent,
    CodeFormComponent,
    DetailsFormComponent,
    ErrorStateComponent,
    FileCheckComponent,
    MissingComponent,
    PrintedComponent,
    SkeletonComponent,
  ],
  templateUrl: './paper.page.html',
  styles: `
    :host {
      display: block;
    }
    section {
      margin-top: var(--th-32);
      padding-top: var(--th-24);
      border-top: 1px solid var(--th-line);
    }
    h2 {
      font-size: var(--th-size-17);
      margin-bottom: var(--th-8);
    }
  `,
})
export class PaperPage {
  readonly code = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  /** What is wrong with the code itself; such a code is not asked for. */
  protected readonly problem = computed(() => codeProblem(this.code()));
  protected readonly shownCode = computed(() => displayVerifyCode(this.code()));
  protected readonly view = read(endpoints.verify, () =>
    this.problem() ? undefined : { params: { code: this.shownCode().replaceAll('-', '') } },
  );
  protected readonly missing = computed(
    () => this.problem() !== null || this.isMissing(this.view.error()),
  );

  /** Browsers compute a hash only on a safe address. */
  protected readonly mayCompare = isSecureContext;
  protected readonly busy = signal(false);
  protected readonly failure = linkedSignal<string, unknown>({
    source: () => this.code(),
    computation: () => null,
  });
  protected readonly printed = linkedSignal<
    string,
    OutputOf<typeof endpoints.verifyDetails> | null
  >({ source: () => this.code(), computation: () => null });

  protected async unlock(known: Known): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { code: this.shownCode().replaceAll('-', '') };
      this.printed.set(await this.api.call(endpoints.verifyDetails, { params, body: known }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected hide(): void {
    this.printed.set(null);
  }

  protected open(code: string): void {
    void this.router.navigate(['/xac-minh', displayVerifyCode(code)]);
  }

  /** What a resource's loader throws arrives as it is, or wrapped. */
  private isMissing(error: unknown): boolean {
    return [error, (error as Error | undefined)?.cause].some(
      (one) => isFailure(one, 'certificate_not_found') || isFailure(one, 'validation_failed'),
    );
  }
}
