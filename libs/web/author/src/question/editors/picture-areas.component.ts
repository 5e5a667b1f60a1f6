/** The room where areas are drawn on a picture: by pointer, and by keys once they are there. */
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { ImageArea } from '@tap-huan/contract';
import { injectText } from '../../i18n/text';
import type { FormArea, FormImage } from '../forms/hotspot-form';
import {
  drawnArea,
  grownArea,
  middleArea,
  middleOf,
  movedArea,
  onPicture,
  type Point,
  type ShapeName,
} from './area-shapes';

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** A drag shorter than this is a click. */
const CLICK = 12;
/** So near to the first corner a click closes the polygon. */
const NEAR = 25;

@Component({
  selector: 'th-picture-areas',
  imports: [NgTemplateOutlet],
  templateUrl: './picture-areas.component.html',
  styleUrl: './picture-areas.component.scss',
  host: { '[class.drawing]': 'tool() !== null' },
})
export class PictureAreasComponent {
  readonly image = input.required<FormImage>();
  readonly areas = input.required<readonly FormArea[]>();
  readonly selected = input<string | null>(null);
  /** What is being drawn; null moves what is there. */
  readonly tool = input<ShapeName | null>(null);
  readonly picked = output<string>();
  readonly changed = output<{ id: string; area: ImageArea }>();
  readonly drawn = output<ImageArea>();
  readonly removed = output<string>();
  /** Gives up drawing. */
  readonly left = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();
  private readonly from = signal<Point | null>(null);
  private readonly to = signal<Point | null>(null);
  /** Corners of the polygon so far. */
  readonly corners = signal<readonly Point[]>([]);
  private moving: { id: string; area: ImageArea; from: Point } | null = null;

  protected readonly box = computed(() => `0 0 ${this.image().width} ${this.image().height}`);
  protected readonly drawings = computed(() =>
    this.areas().map((one, at) => ({
      ...one,
      number: at + 1,
      shape: this.inPixels(one.area),
      middle: this.place(middleOf(one.area)),
    })),
  );
  /** What is being drawn at this moment. */
  protected readonly sketch = computed(() => {
    const [tool, from, to] = [this.tool(), this.from(), this.to()];
    if (!from || !to || tool === null || tool === 'polygon') return null;
    return this.inPixels(drawnArea(tool, from, to, this.image()));
  });
  protected readonly line = computed(() => {
    const to = this.to();
    const points = [...this.corners(), ...(to ? [to] : [])];
    return points.map((point) => this.pair(point)).join(' ');
  });
  protected readonly dots = computed(() => this.corners().map((point) => this.place(point)));
  /** Radius of what stands for a corner or a number, in pixels of the picture. */
  protected readonly dot = computed(() => Math.max(this.image().width, this.image().height) / 70);

  protected press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = this.pointOf(event);
    const tool = this.tool();
    if (tool === 'polygon') return this.corner(at);
    if (tool === null) return;
    event.preventDefault();
    this.capture(event);
    this.from.set(at);
    this.to.set(at);
  }

  protected grab(event: PointerEvent, { id, area }: FormArea): void {
    if (this.tool() !== null || event.button !== 0) return;
    this.picked.emit(id);
    this.moving = { id, area, from: this.pointOf(event) };
    this.capture(event);
  }

  protected move(event: PointerEvent): void {
    const at = this.pointOf(event);
    if (this.moving) {
      const { id, area, from } = this.moving;
      return this.changed.emit({ id, area: movedArea(area, at.x - from.x, at.y - from.y) });
    }
    if (this.from() || this.corners().length > 0) this.to.set(at);
  }

  protected release(): void {
    this.moving = null;
    const [tool, from, to] = [this.tool(), this.from(), this.to()];
    this.from.set(null);
    if (!from || !to || tool === null || tool === 'polygon') return;
    this.to.set(null);
    if (Math.hypot(to.x - from.x, to.y - from.y) >= CLICK)
      return this.drawn.emit(drawnArea(tool, from, to, this.image()));
    const middle = middleArea(tool);
    const { x, y } = middleOf(middle);
    this.drawn.emit(movedArea(middle, from.x - x, from.y - y));
  }

  /** Closes the polygon. */
  finish(): void {
    const points = [...this.corners()];
    this.reset();
    if (points.length >= 3) this.drawn.emit({ shape: 'polygon', points });
  }

  reset(): void {
    this.corners.set([]);
    this.from.set(null);
    this.to.set(null);
  }

  /** Puts the focus on an area, for the keys. */
  focus(id: string): void {
    this.host.querySelector<SVGElement>(`[data-area="${id}"]`)?.focus();
  }

  /** Arrows move, with Shift they change the size; with Alt in the smallest steps. */
  protected key(event: KeyboardEvent, { id, area }: FormArea): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      return this.removed.emit(id);
    }
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.altKey ? 1 : 10;
    const act = event.shiftKey ? grownArea : movedArea;
    this.changed.emit({ id, area: act(area, way.x * step, way.y * step) });
  }

  protected keyOfDrawing(event: KeyboardEvent): void {
    if (this.tool() === null) return;
    if (event.key === 'Enter' && this.corners().length >= 3) this.finish();
    else if (event.key === 'Escape') {
      event.stopPropagation();
      this.reset();
      this.left.emit();
    }
  }

  protected labelOf({ label, area, right }: FormArea, number: number): string {
    const { x, y } = middleOf(area);
    return this.t(right ? 'hotspot.areaRight' : 'hotspot.areaWrong', {
      number,
      label: label || this.t('hotspot.noLabel'),
      x: Math.round(x / 10),
      y: Math.round(y / 10),
    });
  }

  private corner(at: Point): void {
    const corners = this.corners();
    const [first] = corners;
    if (first && corners.length >= 3 && Math.hypot(first.x - at.x, first.y - at.y) < NEAR)
      return this.finish();
    if (corners.length < 24)
      this.corners.set([...corners, { x: onPicture(at.x), y: onPicture(at.y) }]);
  }

  private capture(event: PointerEvent): void {
    this.svg()?.setPointerCapture(event.pointerId);
  }

  private svg(): SVGElement | null {
    return this.host.querySelector('svg');
  }

  private pointOf(event: PointerEvent): Point {
    const box = this.svg()?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: Math.min(Math.max(((event.clientX - box.left) / box.width) * 1000, 0), 1000),
      y: Math.min(Math.max(((event.clientY - box.top) / box.height) * 1000, 0), 1000),
    };
  }

  private place({ x, y }: Point): Point {
    const { width, height } = this.image();
    return { x: (x * width) / 1000, y: (y * height) / 1000 };
  }

  private pair(point: Point): string {
    const { x, y } = this.place(point);
    return `${x},${y}`;
  }

  private inPixels(area: ImageArea) {
    const { width, height } = this.image();
    switch (area.shape) {
      case 'rectangle':
        return {
          is: area.shape,
          ...this.place(area),
          width: (area.width * width) / 1000,
          height: (area.height * height) / 1000,
        };
      case 'circle':
        return { is: area.shape, ...this.place(area), radius: (area.radius * width) / 1000 };
      case 'polygon':
        return { is: area.shape, points: area.points.map((point) => this.pair(point)).join(' ') };
    }
  }
}
