/** The room of items sorted into groups: picked and put, dragged, or moved by a list at each item. */
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { IconComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../../i18n/question.text';
import { AnswerPart } from '../answer-part';
import { DragItemDirective } from '../drag/drag-item.directive';
import { ownDrop } from '../drag/drag-rules';
import { groupOf, itemsIn, nextUnplaced, put } from './groups';

@Component({
  selector: 'th-categorise',
  imports: [DragItemDirective, IconComponent, NgTemplateOutlet],
  templateUrl: './categorise.component.html',
  styleUrl: './categorise.component.scss',
  host: { '(keydown.escape)': 'giveUp()' },
})
export class CategoriseComponent extends AnswerPart<'categorise'> {
  protected readonly t = injectQuestionText();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly placements = computed(() => this.answer()?.placements ?? {});
  /** The item that waits for a group. */
  protected readonly picked = signal<string | null>(null);
  /** The group that an item is held above; '' is none. */
  protected readonly over = signal<string | null>(null);
  /** What a screen reader is told. */
  protected readonly said = signal('');
  /** First those in no group, then group by group. */
  protected readonly unplaced = computed(() => itemsIn(this.question(), this.placements(), null));
  protected readonly groups = computed(() =>
    this.question().groups.map(({ id, text }) => ({
      id,
      text,
      items: itemsIn(this.question(), this.placements(), id),
    })),
  );

  protected groupOf(item: string): string | null {
    return groupOf(this.question(), this.placements(), item);
  }

  protected dropName(group: string): string {
    return `${this.labelledBy()}/${group}`;
  }

  /** By key (a click without a pointer) the eyes go on to the groups. */
  protected pick(item: string, event: MouseEvent): void {
    if (this.readonly()) return;
    const again = this.picked() === item;
    this.picked.set(again ? null : item);
    const text = this.textOf(item);
    this.said.set(this.t(again ? 'groups.unpicked' : 'groups.picked', { text }));
    if (!again && event.detail === 0) this.focus('.groups .put');
  }

  /** Puts the picked item; by key the next one in no group is on. */
  protected putPicked(group: string, event: MouseEvent): void {
    const item = this.picked();
    if (item === null) return;
    this.move(item, group || null);
    const next = nextUnplaced(this.question(), put(this.placements(), item, group || null), item);
    this.focus(`[data-item="${(event.detail === 0 ? next : null) ?? item}"]`);
  }

  protected choose(item: string, event: Event): void {
    this.move(item, (event.target as HTMLSelectElement).value || null);
    if (!this.withoutDragging()) this.focus(`[data-list="${item}"]`);
  }

  protected drop(item: string, place: string | null): void {
    const group = ownDrop(this.labelledBy(), place);
    if (group !== null) this.move(item, group || null);
  }

  protected hover(place: string | null): void {
    this.over.set(ownDrop(this.labelledBy(), place));
  }

  /** Arrow keys go from group to group while an item waits. */
  protected along(event: Event, by: number): void {
    const puts = [...this.host.querySelectorAll<HTMLElement>('.put')];
    const at = puts.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    puts[(at + by + puts.length) % puts.length]?.focus();
  }

  protected giveUp(): void {
    const item = this.picked();
    if (item === null) return;
    this.picked.set(null);
    this.focus(`[data-item="${item}"]`);
  }

  private move(item: string, group: string | null): void {
    this.picked.set(null);
    if (this.readonly() || this.groupOf(item) === group) return;
    const text = this.textOf(item);
    const title = this.question().groups.find(({ id }) => id === group)?.text ?? '';
    this.said.set(
      this.t(group === null ? 'groups.takenOut' : 'groups.placed', { text, group: title }),
    );
    this.give({ kind: 'categorise', placements: put(this.placements(), item, group) });
  }

  protected textOf(item: string): string {
    return this.question().items.find(({ id }) => id === item)?.text ?? '';
  }

  /** Moving an element takes the focus from it. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
