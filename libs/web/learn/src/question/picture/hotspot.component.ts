/** The room of places on a picture: pointed at, reached by arrow keys, or chosen from a list. */
import {
  Component,
  computed,
  DestroyRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../../i18n/question.text';
import { AnswerPart } from '../answer-part';
import {
  areaToggled,
  isPoint,
  type Mark,
  markNear,
  type Point,
  pointed,
  stepped,
  without,
} from './marks';
import { PictureComponent, type PicturePress } from './picture.component';

/** A screen reader is told where the crosshair stands once it stands still for so long. */
const STILL_MS = 450;

@Component({
  selector: 'th-hotspot',
  imports: [IconComponent, PictureComponent],
  templateUrl: './hotspot.component.html',
  styleUrls: ['../options.scss', './hotspot.component.scss'],
})
export class HotspotComponent extends AnswerPart<'hotspot'> {
  protected readonly t = injectQuestionText();
  private readonly picture = viewChild.required(PictureComponent);
  private still = 0;
  protected readonly all = computed(() => this.answer()?.marks ?? []);
  protected readonly points = computed(() =>
    this.all().flatMap((mark, place) => (isPoint(mark) ? { ...mark, number: place + 1 } : [])),
  );
  protected readonly chosen = computed(
    () => new Set(this.all().flatMap((mark) => (isPoint(mark) ? [] : mark.area))),
  );
  protected readonly left = computed(() => Math.max(0, this.question().wanted - this.all().length));
  /** Somebody pointed although all are placed. */
  private readonly full = linkedSignal({ source: () => this.all(), computation: () => false });
  protected readonly rest = computed(() =>
    this.full()
      ? this.t('picture.full', { count: this.question().wanted })
      : this.restOf(this.all()),
  );
  protected readonly pointing = computed(() => !this.readonly() && !this.withoutDragging());
  protected readonly lost = signal(false);
  /** Open where it is needed, or where something was chosen from it; then as the officer likes. */
  protected readonly listOpen = linkedSignal(
    () => this.withoutDragging() || this.lost() || this.chosen().size > 0,
  );
  /** The crosshair shows where keys are used; a pointer has its own. */
  protected readonly focused = signal(false);
  private readonly aim = signal<Point>({ x: 500, y: 500 });
  protected readonly cross = computed(() => (this.focused() ? this.aim() : null));
  /** What a screen reader is told. */
  protected readonly said = signal('');

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.still));
  }

  protected press({ at, reach }: PicturePress): void {
    this.aim.set(at);
    this.focused.set(false);
    this.point(at, reach);
  }

  protected key(event: KeyboardEvent): void {
    if (!this.pointing() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.point(this.aim(), this.picture().reach());
      return;
    }
    const next = stepped(this.aim(), event.key, event.shiftKey, this.question().image);
    if (!next) return;
    event.preventDefault();
    this.aim.set(next);
    this.focused.set(true);
    setTimeout(() => this.picture().follow());
    clearTimeout(this.still);
    this.still = window.setTimeout(() => this.said.set(this.whereWords(next)), STILL_MS);
  }

  protected remove(number: number): void {
    this.tellRemoved(number, without(this.all(), number - 1));
  }

  protected toggle(area: string): void {
    this.emit(areaToggled(this.all(), area, this.question().wanted));
  }

  /** Where all places are chosen, no other can be added; where one is asked for, another takes its place. */
  protected closed(area: string): boolean {
    const full = this.question().wanted > 1 && this.left() === 0 && !this.chosen().has(area);
    return this.readonly() || full;
  }

  protected clear(): void {
    this.emit(this.all().filter(isPoint));
  }

  protected percent(value: number): string {
    return String(Math.round(value / 10));
  }

  private point(at: Point, reach: number): void {
    const { wanted, image } = this.question();
    const near = markNear(this.all(), at, image, reach);
    const { did, marks, number } = pointed(this.all(), at, { wanted, near });
    if (did === 'removed') return this.tellRemoved(number, marks);
    if (did === 'full') {
      this.full.set(true);
      this.said.set(this.rest());
    }
    if (did === 'moved') this.said.set(this.t('picture.moved'));
    if (did === 'placed') {
      this.said.set(this.t('picture.placed', { number, rest: this.restOf(marks) }));
    }
    if (did !== 'full') this.emit(marks);
  }

  private tellRemoved(number: number, marks: Mark[]): void {
    this.said.set(this.t('picture.removed', { number, rest: this.restOf(marks) }));
    this.emit(marks);
  }

  private restOf(marks: readonly Mark[]): string {
    const { wanted } = this.question();
    const left = wanted - marks.length;
    if (left <= 0) return this.t('picture.complete', { count: wanted });
    return this.t('picture.left', { count: left });
  }

  private whereWords(at: Point): string {
    const words = this.t('picture.at', { x: this.percent(at.x), y: this.percent(at.y) });
    const near = markNear(this.all(), at, this.question().image, this.picture().reach());
    return near < 0 ? words : `${words}, ${this.t('picture.onMark', { number: near + 1 })}`;
  }

  private emit(marks: Mark[]): void {
    this.give({ kind: 'hotspot', marks });
  }
}
