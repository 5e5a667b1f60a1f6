/** The room of the certificate that appears when a course is completed. */
import { Component, input, output } from '@angular/core';
import type { MyCertificate } from '@tap-huan/contract';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { CertificateRowComponent } from './certificate-row.component';

@Component({
  selector: 'th-certificate-notice',
  imports: [CertificateRowComponent, IconComponent],
  template: `
    @if (state() !== 'idle') {
      <div class="gold" role="status">
        @if (state() === 'ready') {
          <span class="th-hidden">{{ t('certificate.ready') }}</span>
        } @else {
          <p>
            <th-icon name="certificate" [size]="22" />
            <span>
              <strong>{{
                state() === 'waiting' ? t('certificate.making') : t('certificate.title')
              }}</strong>
              <span class="hint">{{
                state() === 'waiting' ? t('certificate.makingHint') : t('certificate.slow')
              }}</span>
            </span>
          </p>
          @if (state() === 'slow') {
            <button type="button" class="th-button th-button--small" (click)="again.emit()">
              {{ t('certificate.tryAgain') }}
            </button>
          }
        }
        @if (state() === 'ready' && certificate(); as paper) {
          <th-certificate-row [certificate]="paper" [pdf]="pdf()" />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .gold {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--th-12);
      padding: var(--th-16) var(--th-24);
      border: 1px solid var(--th-gold);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    p {
      display: flex;
      align-items: flex-start;
      gap: var(--th-12);
    }
    p th-icon {
      color: var(--th-gold-text);
    }
    strong,
    .hint {
      display: block;
    }
    .hint {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    th-certificate-row {
      flex: 1 1 100%;
      padding: 0;
    }
    @media (max-width: 719px) {
      .gold {
        padding: var(--th-16);
      }
    }
  `,
})
export class CertificateNoticeComponent {
  readonly state = input.required<'idle' | 'waiting' | 'ready' | 'slow'>();
  readonly certificate = input.required<MyCertificate | null>();
  readonly pdf = input.required<string>();
  readonly again = output();
  protected readonly t = injectText();
}
