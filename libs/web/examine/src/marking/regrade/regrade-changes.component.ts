/** The room of the table of who changes by a regrade, and of the choice among them. */
import { Component, computed, input, model, signal } from '@angular/core';
import type { RegradeChange } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  FIRST_PAGE,
  formatMarks,
  injectLanguage,
  NOTHING,
  PersonComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { isLowered } from './regrade-summary';

@Component({
  selector: 'th-regrade-changes',
  imports: [CellDirective, DataTableComponent, PersonComponent, StatusChipComponent],
  templateUrl: './regrade-changes.component.html',
  styles: `
    @media (min-width: 720px) {
      th-status-chip {
        white-space: nowrap;
      }
    }
  `,
})
export class RegradeChangesComponent {
  readonly changes = input.required<readonly RegradeChange[]>();
  readonly chosen = model.required<ReadonlySet<string>>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly nothing = NOTHING;
  protected readonly onlyLowered = signal(false);
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly rows = computed(() =>
    this.onlyLowered() ? this.changes().filter(isLowered) : [...this.changes()],
  );
  protected readonly anyLowered = computed(() => this.changes().some(isLowered));
  protected readonly byId = (row: RegradeChange) => row.attemptId;
  protected readonly nameOf = (row: RegradeChange) => row.fullName;
  protected readonly columns = computed<TableColumn<RegradeChange>[]>(() => [
    {
      key: 'person',
      title: this.t('regrade.person'),
      text: ({ fullName, staffCode, unitName }) => `${fullName} ${staffCode} ${unitName}`,
      primary: true,
    },
    {
      key: 'marks',
      title: this.t('regrade.marks'),
      text: ({ awardedFrom, awardedTo }) => this.change(awardedFrom, awardedTo),
      sort: ({ awardedFrom, awardedTo }) => awardedTo - awardedFrom,
      numeric: true,
      width: '8rem',
    },
    {
      key: 'score',
      title: this.t('regrade.score'),
      text: ({ scoreFrom, scoreTo }) => this.change(scoreFrom, scoreTo),
      sort: ({ scoreFrom, scoreTo }) => scoreTo - scoreFrom,
      numeric: true,
      width: '9rem',
    },
    { key: 'pass', title: this.t('regrade.pass'), width: '11rem' },
    { key: 'certificate', title: this.t('regrade.certificate'), width: '13rem' },
  ]);

  protected chooseAll(): void {
    this.chosen.set(new Set(this.changes().map(this.byId)));
  }

  protected leaveOutLowered(): void {
    this.chosen.set(
      new Set(
        this.changes()
          .filter((row) => !isLowered(row))
          .map(this.byId),
      ),
    );
  }

  protected narrow(on: boolean): void {
    this.onlyLowered.set(on);
    this.query.update((query) => ({ ...query, page: 1 }));
  }

  private change(from: number, to: number): string {
    return this.t('regrade.change', {
      from: formatMarks(from, this.language()),
      to: formatMarks(to, this.language()),
    });
  }
}
