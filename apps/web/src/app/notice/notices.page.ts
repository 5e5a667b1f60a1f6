/** The room of the own notices. */
import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyNotice, routes } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { UnreadNotices } from './unread-notices';

/** Notices shown at first, and by how many more each time. */
const STEP = 30;
/** The server gives no more at once. */
const MOST = 200;

@Component({
  selector: 'th-notices-page',
  imports: [
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    RouterLink,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './notices.page.html',
  styleUrl: './notices.page.scss',
})
export class NoticesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly unread = inject(UnreadNotices);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ xem: 'tat-ca' });
  protected readonly onlyUnread = computed(() => this.address.value().xem === 'chua-doc');
  protected readonly wanted = signal(STEP);
  protected readonly list = read(routes.listMyNotices, () => ({
    query: { pageSize: this.wanted(), unread: this.onlyUnread() ? ('true' as const) : undefined },
  }));
  protected readonly page = kept(this.list);
  protected readonly items = computed(() => this.page()?.items);
  protected readonly more = computed(
    () => (this.page()?.total ?? 0) > (this.items()?.length ?? 0) && this.wanted() < MOST,
  );

  constructor() {
    effect(() => {
      if (this.list.hasValue()) this.unread.know(this.list.value().unread);
    });
  }

  protected showUnread(only: boolean): void {
    this.address.set({ xem: only ? 'chua-doc' : 'tat-ca' });
  }

  protected showMore(): void {
    this.wanted.update((count) => Math.min(MOST, count + STEP));
  }

  /** Opening one reads it; nobody waits for the answer. */
  protected opened(notice: MyNotice): void {
    if (notice.readAt === null) void this.mark([notice.id]);
  }

  /** @param ids null: all */
  protected async mark(ids: string[] | null): Promise<void> {
    try {
      const { unread } = await this.api.call(routes.markMyNoticesRead, { body: { ids } });
      this.unread.know(unread);
      this.list.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }
}
