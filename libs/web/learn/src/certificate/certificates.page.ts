/** The room of the officer's certificates. */
import { Component, computed, DestroyRef, effect, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyCertificate, routes } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  EmptyStateComponent,
  ErrorStateComponent,
  PageHeaderComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { CertificateRowComponent } from './certificate-row.component';
import { pdfLinks } from './pdf-links';

/** While a PDF is being made the list is read again, at growing distances (seconds). */
const PAUSES = [2, 3, 4, 5, 8, 10, 15, 20, 30];

@Component({
  selector: 'th-certificates-page',
  imports: [
    CertificateRowComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    PageHeaderComponent,
    RouterLink,
    SkeletonComponent,
  ],
  template: `
    <th-page-header [heading]="t('certificate.title')" [sub]="t('certificate.sub')" />
    @if (items(); as items) {
      @if (items.length) {
        <ul>
          @for (certificate of items; track certificate.id) {
            <li><th-certificate-row [certificate]="certificate" [pdf]="pdf(certificate.id)" /></li>
          }
        </ul>
      } @else {
        <th-empty-state
          icon="certificate"
          [heading]="t('certificate.empty')"
          [hint]="t('certificate.emptyHint')"
        >
          <a class="th-button" routerLink="/hoc">{{ t('certificate.toCourses') }}</a>
        </th-empty-state>
      }
    } @else if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-skeleton [count]="6" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 64rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      border-top: 1px solid var(--th-line);
    }
    li {
      border-bottom: 1px solid var(--th-line);
    }
  `,
})
export class CertificatesPage {
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  protected readonly list = read(routes.listMyCertificates);
  protected readonly pdf = pdfLinks();
  /** A look that fails leaves the list on the screen. */
  protected readonly items = linkedSignal<MyCertificate[] | undefined, MyCertificate[] | undefined>(
    {
      source: () => (this.list.hasValue() ? this.list.value().items : undefined),
      computation: (now, before) => now ?? before?.value,
    },
  );
  private readonly waiting = computed(
    () => !this.list.isLoading() && (this.items()?.some(({ ready }) => !ready) ?? false),
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    effect(() => {
      const pause = PAUSES[at];
      if (!this.waiting() || pause === undefined) return;
      at += 1;
      timer = setTimeout(() => this.list.reload(), pause * 1_000);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
