/** The room of one bank: its name and whose it is, and the tabs. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Problems } from '@tap-huan/web/api';
import {
  Dialogs,
  ErrorStateComponent,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
  StatusChipComponent,
  TabsComponent,
} from '@tap-huan/web/ui';
import { BankSettingsPage } from '../banks/bank-settings.page';
import { injectText } from '../i18n/text';
import { BankStore } from './bank.store';

@Component({
  selector: 'th-bank-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    SkeletonComponent,
    StatusChipComponent,
    TabsComponent,
  ],
  providers: [BankStore],
  template: `
    @if (store.bank(); as bank) {
      <th-page-header [heading]="bank.name" [sub]="facts()">
        <a thBack routerLink="/soan/ngan-hang"><th-icon name="back" /> {{ t('banks.title') }}</a>
        @if (bank.right === 'use') {
          <th-status-chip thStatus>{{ t('banks.rights.use') }}</th-status-chip>
        }
        @if (bank.toReview > 0) {
          <th-status-chip thStatus tone="warning">
            {{ t('banks.toReview', { count: bank.toReview }) }}
          </th-status-chip>
        }
        @if (bank.own) {
          <button thActions type="button" class="th-button" (click)="share()">
            <th-icon name="people" /> {{ t('banks.share') }}
          </button>
        }
      </th-page-header>
      <th-tabs [label]="t('banks.tabs')">
        <a
          routerLink="."
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="exact"
        >
          {{ t('banks.questions') }}
        </a>
        <a routerLink="tinh-huong" routerLinkActive="active" ariaCurrentWhenActive="page">
          {{ t('stimulus.title') }}
        </a>
      </th-tabs>
      <router-outlet />
    } @else if (store.resource.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="store.reload()">
        <a class="th-button" routerLink="/soan/ngan-hang">{{ t('banks.title') }}</a>
      </th-error-state>
    } @else {
      <th-skeleton shape="page" [count]="8" />
    }
  `,
})
export class BankPage {
  readonly bankId = input.required<string>();
  protected readonly store = inject(BankStore);
  protected readonly problems = inject(Problems);
  private readonly dialogs = inject(Dialogs);
  private readonly title = inject(PageTitle);
  protected readonly t = injectText();
  /** The filters in the address are of the same tab. */
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly facts = computed(() => {
    const bank = this.store.bank();
    if (!bank) return '';
    const course = bank.courseTitle && this.t('banks.ofCourse', { title: bank.courseTitle });
    const shared =
      bank.shares.length > 0 && this.t('banks.sharedWith', { count: bank.shares.length });
    return [bank.unitName, course, shared].filter(Boolean).join(' · ');
  });

  constructor() {
    effect(() => this.store.bankId.set(this.bankId()));
    effect(() => this.title.own.set(this.store.bank()?.name ?? null));
  }

  protected async share(): Promise<void> {
    const data = { bankId: this.bankId() };
    if (await this.dialogs.open<boolean>(BankSettingsPage, { data })) this.store.reload();
  }
}
