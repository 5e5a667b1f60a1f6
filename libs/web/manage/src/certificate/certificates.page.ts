/** The room of issued certificates: found, downloaded one by one, as a register, or all in one ZIP. */
import { Component, computed, inject, viewChild } from '@angular/core';
import { type CertificateRow, endpoints } from '@tap-huan/contract';
import { displayVerifyCode } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  DateInputComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
  type Tone,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { DoubtNoticePage } from '../doubt/doubt-notice.page';
import { injectText } from '../i18n/text';
import { copyText } from '../list/copy-text';
import { courseChoices } from '../list/course-choices';
import { dayOf, idOf, listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { ExportsPage } from './exports.page';
import { inOrder } from './period';

const TONES: Record<CertificateRow['state'], Tone> = {
  issued: 'good',
  replaced: 'warning',
  revoked: 'bad',
};

@Component({
  selector: 'th-certificates-page',
  imports: [
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    DateInputComponent,
    DayPipe,
    DoubtNoticePage,
    EmptyStateComponent,
    ErrorStateComponent,
    ExportsPage,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './certificates.page.html',
  styleUrls: ['../list/list.scss', './certificates.page.scss'],
})
export class CertificatesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    unitId: null as string | null,
    courseId: null as string | null,
    from: null as string | null,
    to: null as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly units = openUnits();
  protected readonly courses = courseChoices(() => this.address.value().courseId);
  /** The filters that list and register have in common. */
  protected readonly filter = computed(() => {
    const { unitId, courseId, from, to } = this.address.value();
    return { unitId: idOf(unitId), courseId: idOf(courseId), from: dayOf(from), to: dayOf(to) };
  });
  protected readonly filtered = computed(() =>
    Object.values(this.filter()).some((value) => value !== undefined),
  );
  protected readonly wrongPeriod = computed(
    () => !inOrder(this.filter().from ?? null, this.filter().to ?? null),
  );
  protected readonly list = read(endpoints.listCertificates, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      ...this.filter(),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly registerUrl = computed(() =>
    this.api.fileUrl(endpoints.readRegister, { query: this.filter() }),
  );
  private readonly exports = viewChild.required(ExportsPage);

  protected readonly columns = computed<TableColumn<CertificateRow>[]>(() => [
    { key: 'person', title: this.t('certificate.person'), primary: true },
    {
      key: 'number',
      title: this.t('certificate.number'),
      width: '10rem',
      text: ({ registerNo }) => registerNo,
    },
    {
      key: 'course',
      title: this.t('certificate.course'),
      text: ({ courseTitle }) => courseTitle,
    },
    { key: 'grade', title: this.t('certificate.grade'), width: '7rem' },
    { key: 'issued', title: this.t('certificate.issued'), width: '7rem' },
    { key: 'state', title: this.t('certificate.state'), width: '8.5rem' },
    { key: 'actions', title: this.t('certificate.actions'), width: '9.5rem' },
  ]);
  protected readonly byId = (row: CertificateRow) => row.id;
  protected readonly tones = TONES;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected narrow(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected clear(): void {
    this.narrow({ unitId: null, courseId: null, from: null, to: null, search: '' });
  }

  protected pdfUrl({ id }: CertificateRow): string {
    return this.api.fileUrl(endpoints.readCertificatePdf, { params: { certificateId: id } });
  }

  protected async copyLink(row: CertificateRow): Promise<void> {
    const link = `${location.origin}/xac-minh/${displayVerifyCode(row.verifyCode)}`;
    if (await copyText(link)) {
      this.toasts.tell(this.t('certificate.linkCopied', { number: row.registerNo }));
    } else this.toasts.fail(`${this.t('common.copyFailed')} ${link}`);
  }

  protected zip(): void {
    const { unitId, courseId, from, to } = this.filter();
    void this.exports().ask({ unitId, courseId, from, to });
  }
}
