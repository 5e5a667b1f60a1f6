/** The room of one certificate: what it is for, its number, and what one can do with it. */
import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import type { MyCertificate } from '@tap-huan/contract';
import { DayPipe, IconComponent, MarksPipe, StatusChipComponent, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-certificate-row',
  imports: [DayPipe, IconComponent, MarksPipe, StatusChipComponent],
  template: `
    @let paper = certificate();
    <span class="seal" aria-hidden="true"><th-icon name="certificate" [size]="22" /></span>
    <div class="words">
      <strong>{{ paper.courseTitle }}</strong>
      <span class="facts">
        <span class="th-figures">{{ t('certificate.registerNo', { no: paper.registerNo }) }}</span>
        <span>{{ t('certificate.issuedOn', { day: paper.issuedOn | thDay }) }}</span>
        @if (!compact()) {
          <span
            >{{ t('certificate.grade', { grade: paper.gradeLabel }) }} ({{
              paper.scoreOfTen | thMarks
            }})</span
          >
        }
        @if (paper.state !== 'issued' || !compact()) {
          <th-status-chip
            [tone]="
              paper.state === 'issued' ? 'good' : paper.state === 'revoked' ? 'bad' : 'neutral'
            "
          >
            {{ stateWords() }}
          </th-status-chip>
        }
      </span>
    </div>
    <div class="acts">
      @if (paper.ready) {
        <a
          class="th-button"
          [class.th-button--primary]="main()"
          [href]="pdf()"
          download
          [attr.aria-label]="t('certificate.download') + ': ' + paper.courseTitle"
        >
          <th-icon name="download" [size]="18" /> {{ t('certificate.download') }}
        </a>
      } @else {
        <span class="making" role="status"
          ><th-icon name="clock" [size]="18" /> {{ t('certificate.preparing') }}</span
        >
      }
      @if (!compact()) {
        <button type="button" class="th-button th-button--quiet" (click)="copy()">
          <th-icon name="copy" [size]="18" /> {{ t('certificate.copy') }}
        </button>
        @if (canShare) {
          <button type="button" class="th-button th-button--quiet" (click)="share()">
            <th-icon name="send" [size]="18" /> {{ t('certificate.share') }}
          </button>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-12) var(--th-16);
      padding: var(--th-16) var(--th-8);
    }
    .seal {
      display: grid;
      flex: none;
      place-items: center;
      width: 44px;
      height: 44px;
      border-radius: 50%;
      background: var(--th-gold-tint);
      color: var(--th-gold-text);
    }
    .words {
      flex: 1 1 18rem;
      min-width: 0;
    }
    strong {
      display: block;
      font-weight: 500;
      overflow-wrap: anywhere;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-16);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4);
    }
    .making {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
      padding-inline: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
    }
    @media (max-width: 719px) {
      :host {
        align-items: flex-start;
        padding-inline: 0;
      }
      .words {
        flex-basis: calc(100% - 60px);
      }
      .acts {
        flex: 1 1 100%;
      }
      .acts > .th-button {
        flex: 1 1 auto;
      }
    }
  `,
})
export class CertificateRowComponent {
  readonly certificate = input.required<MyCertificate>();
  /** Address of its PDF. */
  readonly pdf = input.required<string>();
  readonly compact = input(false, { transform: booleanAttribute });
  /** The download is the main act of the page. */
  readonly main = input(false, { transform: booleanAttribute });
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly canShare = 'share' in navigator;
  protected readonly stateWords = computed(() =>
    this.t(`certificate.state.${this.certificate().state}`),
  );

  protected async copy(): Promise<void> {
    const url = this.certificate().verifyUrl;
    try {
      await navigator.clipboard.writeText(url);
      this.toasts.tell(this.t('certificate.copied'));
    } catch {
      this.toasts.fail(this.t('certificate.copyFailed', { url }));
    }
  }

  protected async share(): Promise<void> {
    const { courseTitle, verifyUrl } = this.certificate();
    // Closing the sheet of the phone rejects; that is an answer, not a failure.
    await navigator.share({ title: courseTitle, url: verifyUrl }).catch(() => undefined);
  }
}
