/** The room of a picture with numbered marks on it, larger where somebody wants to see it closely. */
import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ImageArea, PaperOf } from '@tap-huan/contract';
import { IconComponent, PercentPipe } from '@tap-huan/web/ui';
import { injectQuestionText } from '../../i18n/question.text';
import { type Point, pointAt } from './marks';
import { outlineOf } from './outline';

const ZOOMS = [1, 1.5, 2, 3];
/** Pixels around a mark that still are the mark. */
const REACH = { mouse: 16, finger: 24 };

/** Where the picture was pointed at, and how far around it a mark still counts as hit (thousandths of the width). */
export interface PicturePress {
  at: Point;
  reach: number;
}

@Component({
  selector: 'th-picture',
  imports: [IconComponent, PercentPipe],
  templateUrl: './picture.component.html',
  styleUrl: './picture.component.scss',
})
export class PictureComponent {
  readonly image = input.required<PaperOf<'hotspot'>['image']>();
  /** Marks to show, with their numbers. */
  readonly marks = input<readonly (Point & { number: number })[]>([]);
  /** Right areas, in review. */
  readonly areas = input<readonly ImageArea[]>([]);
  /** The crosshair of the keyboard; null hides it. */
  readonly cross = input<Point | null>(null);
  /** Whether it may be pointed at. */
  readonly open = input(false, { transform: booleanAttribute });
  /** What it is called where it may be pointed at, and the element that says how. */
  readonly label = input('');
  readonly describedBy = input<string | null>(null);
  readonly pressed = output<PicturePress>();
  readonly keyed = output<KeyboardEvent>();
  /** Whether it has the focus in a way that should be seen. */
  readonly looked = output<boolean>();
  /** The picture did not come. */
  readonly lost = output();
  protected readonly t = injectQuestionText();
  private readonly injector = inject(Injector);
  private readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  private readonly plane = viewChild.required<ElementRef<HTMLElement>>('plane');
  private readonly sight = viewChild<ElementRef<HTMLElement>>('sight');
  private readonly level = signal(0);
  protected readonly zoom = computed(() => ZOOMS[this.level()] ?? 1);
  protected readonly largest = computed(() => this.level() === ZOOMS.length - 1);
  /** As wide as there is room and pixels, as high as the screen; then as large as is asked for. */
  protected readonly width = computed(() => {
    const { width, height } = this.image();
    const fit = `min(100%, ${width}px, var(--picture-height, 72vh) * ${(width / height).toFixed(4)})`;
    return `calc(${fit} * ${this.zoom()})`;
  });
  protected readonly outlines = computed(() =>
    this.areas().map((area) => outlineOf(area, this.image())),
  );

  /** What stands in the middle stays there. */
  protected scale(by: number): void {
    const { nativeElement: frame } = this.frame();
    const middle = {
      x: (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
      y: (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
    };
    this.level.update((level) => Math.min(ZOOMS.length - 1, Math.max(0, level + by)));
    afterNextRender(
      () => {
        frame.scrollLeft = middle.x * frame.scrollWidth - frame.clientWidth / 2;
        frame.scrollTop = middle.y * frame.scrollHeight - frame.clientHeight / 2;
      },
      { injector: this.injector },
    );
  }

  protected press(event: MouseEvent): void {
    const box = this.plane().nativeElement.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const inside = at.x >= 0 && at.y >= 0 && at.x <= box.width && at.y <= box.height;
    if (!this.open() || !inside) return;
    const finger = (event as PointerEvent).pointerType === 'touch';
    this.pressed.emit({ at: pointAt(at.x, at.y, box), reach: this.reach(finger) });
  }

  protected visible(event: FocusEvent): boolean {
    return (event.target as HTMLElement).matches(':focus-visible');
  }

  /** Thousandths of the width around a point that still are the point. */
  reach(finger = false): number {
    const { width } = this.plane().nativeElement.getBoundingClientRect();
    return (REACH[finger ? 'finger' : 'mouse'] / Math.max(width, 1)) * 1000;
  }

  /** Brings the crosshair into sight. */
  follow(): void {
    this.sight()?.nativeElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
