/** The room of the reading column: the lesson's text, where the reader is in it, and a way back to where reading stopped. */
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
} from '@angular/core';
import { ProseComponent } from '@tap-huan/web/ui';
import { fractionRead, scrollTo } from './reading-tracker';

/** Pictures that load late push the text; for so long (ms) the place is found again. */
const SETTLING = 4_000;
/** Less than this is the beginning; more than this is the end. */
const FROM = 0.02;
const UNTIL = 0.98;

@Component({
  selector: 'th-lesson-article',
  imports: [ProseComponent],
  template: `<th-prose [html]="html()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class LessonArticleComponent {
  readonly html = input.required<string>();
  /** Where reading stopped last time; 0 begins at the top. */
  readonly position = input(0);
  readonly read = output<number>();
  readonly resumed = output();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly hasPlace = computed(() => this.position() > FROM && this.position() < UNTIL);
  private settling = false;
  private frame = 0;

  constructor() {
    const scrolled = () => {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        if (!this.settling) this.read.emit(this.fraction());
      });
    };
    const touched = () => (this.settling = false);
    const touches = ['wheel', 'touchstart', 'keydown', 'pointerdown'];
    addEventListener('scroll', scrolled, { passive: true });
    touches.forEach((name) => addEventListener(name, touched, { passive: true }));
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('scroll', scrolled);
      touches.forEach((name) => removeEventListener(name, touched));
      cancelAnimationFrame(this.frame);
    });
    effect(() => {
      this.html();
      untracked(() => afterNextRender(() => this.arrive(), { injector: this.injector }));
    });
  }

  private arrive(): void {
    // A table wider than the column scrolls within itself; the keyboard must reach it too.
    for (const wide of this.host.querySelectorAll<HTMLElement>('.th-scroll, table')) {
      const scrolls = /auto|scroll/.test(getComputedStyle(wide).overflowX);
      if (scrolls && wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    }
    if (!this.hasPlace()) return;
    this.settling = true;
    this.restore();
    this.resumed.emit();
    for (const picture of this.host.querySelectorAll('img')) {
      if (!picture.complete)
        picture.addEventListener('load', () => this.settling && this.restore(), { once: true });
    }
    setTimeout(() => (this.settling = false), SETTLING);
  }

  private restore(): void {
    scrollBy({ top: scrollTo(this.position(), this.box(), this.window()), behavior: 'instant' });
  }

  private fraction(): number {
    return fractionRead(this.box(), this.window());
  }

  private box(): { top: number; height: number } {
    return this.host.getBoundingClientRect();
  }

  /** What of the window is free: the header stands over its top. */
  private window(): { top: number; height: number } {
    const header = parseFloat(getComputedStyle(this.host).getPropertyValue('--th-header')) || 0;
    return { top: header + 16, height: innerHeight };
  }
}
