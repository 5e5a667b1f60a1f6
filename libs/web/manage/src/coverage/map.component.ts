/** The room of the picture of coverage: boxes of units, walked into one by one; a list of buttons for whoever hears it. */
import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { CoverageUnit } from '@tap-huan/contract';
import {
  EmptyStateComponent,
  formatNumber,
  formatPercent,
  IconComponent,
  injectLanguage,
} from '@tap-huan/web/ui';
import { injectCoverageText } from './i18n/text';
import { type Box, boxesOf, firstTop } from './treemap';
import { BANDS } from './view';

/** Width to height as the styles draw it, and from which percent of the picture a box has room for words. */
const DESK = { ratio: 2, width: 7, height: 9 };
const PHONE = { ratio: 0.9, width: 24, height: 9 };

@Component({
  selector: 'th-coverage-map',
  imports: [EmptyStateComponent, IconComponent, RouterLink],
  templateUrl: './map.component.html',
  styleUrl: './map.component.scss',
})
export class CoverageMapComponent {
  readonly units = input.required<readonly CoverageUnit[]>();
  readonly paramsOf = input.required<(unit: CoverageUnit) => Params>();
  protected readonly t = injectCoverageText();
  private readonly language = injectLanguage();
  protected readonly bands = BANDS;

  private readonly narrow = matchMedia('(max-width: 719px)');
  private readonly room = signal(this.narrow.matches ? PHONE : DESK);
  private readonly known = computed(() => new Map(this.units().map((unit) => [unit.id, unit])));
  /** Stays where it is while the figures change, as long as the unit is there. */
  protected readonly top = linkedSignal<ReadonlyMap<string, CoverageUnit>, string | null>({
    source: this.known,
    computation: (known, previous) =>
      previous?.value && known.has(previous.value) ? previous.value : firstTop(this.units()),
  });
  protected readonly here = computed(() => this.known().get(this.top() ?? ''));
  /** The way down, without the unit itself. */
  protected readonly above = computed(() => {
    const parentId = this.here()?.parentId ?? null;
    return parentId === null ? undefined : this.known().get(parentId);
  });
  protected readonly boxes = computed(() => boxesOf(this.units(), this.top(), this.room().ratio));

  constructor() {
    const turn = (): void => this.room.set(this.narrow.matches ? PHONE : DESK);
    this.narrow.addEventListener('change', turn);
    inject(DestroyRef).onDestroy(() => this.narrow.removeEventListener('change', turn));
  }

  protected roomy = ({ width, height }: Box): boolean =>
    width >= this.room().width && height >= this.room().height;

  protected percent(box: Box): string {
    return formatPercent(box.share, this.language());
  }

  protected label(box: Box): string {
    return this.t('map.of', {
      name: box.unit.name,
      percent: this.percent(box),
      done: formatNumber(box.done, this.language()),
      total: formatNumber(box.total, this.language()),
    });
  }
}
