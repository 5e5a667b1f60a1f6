/** The room of the officer's home: what is to be done, by when, how far it is. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@tap-huan/contract';
import { Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  EmptyStateComponent,
  ErrorStateComponent,
  PageHeaderComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { CertificateRowComponent } from '../certificate/certificate-row.component';
import { pdfLinks } from '../certificate/pdf-links';
import { injectText } from '../i18n/text';
import { ContinueCardComponent } from './continue-card.component';
import { EnrolmentListComponent } from './enrolment-list.component';
import { ProgrammeCardComponent } from './programme-card.component';
import { programmesOf, programmeWith } from './programmes';
import { groupsOf, mostUrgent } from './urgency';

const RECENT = 3;

@Component({
  selector: 'th-home-page',
  imports: [
    CertificateRowComponent,
    ContinueCardComponent,
    EmptyStateComponent,
    EnrolmentListComponent,
    ErrorStateComponent,
    PageHeaderComponent,
    ProgrammeCardComponent,
    RouterLink,
    SkeletonComponent,
  ],
  template: `
    <th-page-header [heading]="t('home.title')" [sub]="greeting()" />
    @if (list.hasValue()) {
      @let groups = others();
      @if (list.value().items.length + list.value().programmes.length === 0) {
        <th-empty-state icon="book" [heading]="t('home.empty')" [hint]="t('home.emptyHint')" />
      } @else {
        <div class="home">
          @if (first(); as first) {
            <th-continue-card [enrolment]="first" [programme]="programmeOf(first.id)" />
          }
          @if (programmes().open; as open) {
            @if (open.length) {
              <section class="programmes">
                <h2>
                  {{ t('programme.open') }} <span class="count">{{ open.length }}</span>
                </h2>
                @for (view of open; track view.programme.id) {
                  <th-programme-card [view]="view" />
                }
              </section>
            }
          }
          @if (groups.active.length) {
            <th-enrolment-list
              [heading]="groups.overdue ? t('home.overdue') : t('home.active')"
              [enrolments]="groups.active"
            />
          }
          @if (groups.waiting.length) {
            <th-enrolment-list [heading]="t('home.waiting')" [enrolments]="groups.waiting" />
          }
          @if (groups.completed.length) {
            <th-enrolment-list [heading]="t('home.completed')" [enrolments]="groups.completed" />
          }
          @if (programmes().completed; as done) {
            @if (done.length) {
              <section class="programmes">
                <h2>
                  {{ t('programme.completed') }} <span class="count">{{ done.length }}</span>
                </h2>
                @for (view of done; track view.programme.id) {
                  <th-programme-card [view]="view" />
                }
              </section>
            }
          }
          @if (recent().length) {
            <section>
              <h2>{{ t('home.certificates') }}</h2>
              <ul>
                @for (certificate of recent(); track certificate.id) {
                  <li>
                    <th-certificate-row
                      [certificate]="certificate"
                      [pdf]="pdf(certificate.id)"
                      compact
                    />
                  </li>
                }
              </ul>
              <a class="all" routerLink="/hoc/chung-chi">{{ t('home.allCertificates') }}</a>
            </section>
          }
        </div>
      }
    } @else if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <div class="home">
        <th-skeleton shape="card" [count]="1" />
        <th-skeleton [count]="6" />
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 60rem;
    }
    .home {
      display: flex;
      flex-direction: column;
      gap: var(--th-48);
    }
    section h2 {
      margin-bottom: var(--th-8);
      font-size: var(--th-size-17);
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
    .programmes {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
    }
    .programmes h2 {
      margin-bottom: 0;
    }
    .count {
      color: var(--th-ink-3);
      font-weight: 400;
      font-variant-numeric: tabular-nums;
    }
    .all {
      display: inline-flex;
      align-items: center;
      min-height: var(--th-target);
    }
    @media (max-width: 719px) {
      .home {
        gap: var(--th-32);
      }
    }
  `,
})
export class HomePage {
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  protected readonly list = read(routes.listMyEnrolments);
  private readonly certificates = read(routes.listMyCertificates);
  private readonly session = inject(SessionStore).session;
  protected readonly pdf = pdfLinks();

  private readonly mine = computed(() =>
    this.list.hasValue() ? this.list.value() : { items: [], programmes: [] },
  );
  protected readonly programmes = computed(() =>
    programmesOf(this.mine().programmes, this.mine().items),
  );
  private readonly groups = computed(() => groupsOf(this.programmes().loose));
  /** Of all courses, whether in a programme or not. */
  protected readonly first = computed(() => mostUrgent(groupsOf(this.mine().items)));
  /** What the largest item does not tell already. */
  protected readonly others = computed(() => {
    const { active, waiting, completed } = this.groups();
    const other = ({ id }: { id: string }) => id !== this.first()?.id;
    const rest = active.filter(other);
    const overdue = rest.some(({ dueState }) => dueState === 'overdue');
    return { active: rest, waiting: waiting.filter(other), completed, overdue };
  });
  /** Certificates are a gift on this page: while they load or fail, nothing is said. */
  protected readonly recent = computed(() =>
    this.certificates.hasValue() ? this.certificates.value().items.slice(0, RECENT) : [],
  );
  protected programmeOf(enrolmentId: string) {
    return programmeWith(this.programmes(), enrolmentId);
  }

  protected readonly greeting = computed(() => {
    const hello = this.t('home.hello', { name: this.session()?.fullName ?? '' });
    const { items, programmes } = this.mine();
    if (items.length + programmes.length === 0) return hello;
    const { active, waiting } = this.groups();
    const count = active.length + waiting.length;
    const open = this.programmes().open.length;
    if (count + open === 0) return `${hello} ${this.t('home.allDone')}`;
    const key = open === 0 ? 'toDo' : count === 0 ? 'toDoProgrammes' : 'toDoBoth';
    return `${hello} ${this.t(`home.${key}`, { count, programmes: open })}`;
  });
}
