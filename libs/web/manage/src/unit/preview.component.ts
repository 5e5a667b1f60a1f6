/** The room of a preview: what stands in the way, what becomes of units, officers and grants. */
import { Component, computed, input } from '@angular/core';
import type { ReorganisationFigures, ReorganisationPreview, Role } from '@tap-huan/contract';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  NumberPipe,
  StatusChipComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectUnitText } from './i18n/text';

type Unit = ReorganisationPreview['units'][number];
type Way = ReorganisationPreview['officers'][number];
type Handed = ReorganisationPreview['grants'][number];

const FIGURES = [
  'begin',
  'end',
  'change',
  'follow',
  'officers',
  'grants',
  'enrolments',
  'assignments',
  'certificates',
] as const satisfies readonly (keyof ReorganisationFigures)[];

@Component({
  selector: 'th-reorganisation-preview',
  imports: [CalloutComponent, CellDirective, DataTableComponent, NumberPipe, StatusChipComponent],
  templateUrl: './preview.component.html',
  styleUrl: './preview.component.scss',
})
export class PreviewComponent {
  readonly figures = input.required<ReorganisationFigures>();
  /** Null for what has been carried out already: then there are only figures. */
  readonly preview = input<ReorganisationPreview | null>(null);
  protected readonly t = injectUnitText();
  protected readonly keys = FIGURES;
  protected readonly byId = (unit: Unit) => `${unit.id} ${unit.what}`;
  protected readonly byWay = (way: Way) => `${way.fromName} ${way.toName}`;
  protected readonly byGrant = (grant: Handed) =>
    `${grant.fullName} ${grant.role} ${grant.fromName} ${grant.toName}`;
  protected readonly units = computed<TableColumn<Unit>[]>(() => [
    {
      key: 'name',
      title: this.t('result.unit'),
      text: (unit) => unit.name,
      primary: true,
      sort: true,
    },
    { key: 'what', title: this.t('result.what'), width: '9rem' },
    {
      key: 'to',
      title: this.t('result.to'),
      text: (unit) => unit.to.map(({ name }) => name).join(' · ') || this.t('result.none'),
    },
    {
      key: 'officers',
      title: this.t('result.count'),
      text: (unit) => unit.officers,
      numeric: true,
      width: '7rem',
    },
  ]);
  protected readonly ways = computed<TableColumn<Way>[]>(() => [
    { key: 'from', title: this.t('result.from'), text: (way) => way.fromName, primary: true },
    { key: 'to', title: this.t('result.into'), text: (way) => way.toName },
    {
      key: 'officers',
      title: this.t('result.count'),
      text: (way) => way.officers,
      numeric: true,
      width: '7rem',
    },
  ]);
  protected readonly grants = computed<TableColumn<Handed>[]>(() => [
    { key: 'person', title: this.t('result.person'), text: (g) => g.fullName, primary: true },
    {
      key: 'role',
      title: this.t('result.role'),
      text: (g) => this.t(`roles.${g.role as Role}`),
      width: '11rem',
    },
    { key: 'from', title: this.t('result.from'), text: (g) => g.fromName },
    { key: 'to', title: this.t('result.into'), text: (g) => g.toName },
  ]);
}
