/** The room of the categories at the side of the questions: chosen, folded, added, renamed, moved and removed here. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
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
} from '@angular/core';
import type { CategoryRow } from '@tap-huan/contract';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { TitleFormComponent } from '../parts/title-form.component';
import { categoryTree, mayMove, shownNodes } from './category-tree';
import { NO_CATEGORY } from './no-category';

@Component({
  selector: 'th-category-tree',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, IconComponent, TitleFormComponent],
  templateUrl: './category-tree.component.html',
  styleUrl: './category-tree.component.scss',
})
export class CategoryTreeComponent {
  readonly categories = input.required<readonly CategoryRow[]>();
  /** Id of a category, NO_CATEGORY, or empty for all questions. */
  readonly chosen = input('');
  readonly editable = input(false, { transform: booleanAttribute });
  readonly choose = output<string>();
  readonly add = output<{ name: string; parentId: string | null }>();
  readonly rename = output<{ id: string; name: string }>();
  readonly move = output<{ id: string; parentId: string | null }>();
  /** Asks where to, with a list: for keys and fingers. */
  readonly askMove = output<CategoryRow>();
  readonly remove = output<CategoryRow>();

  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();
  protected readonly none = NO_CATEGORY;
  private readonly folded = signal<ReadonlySet<string>>(new Set());
  /** What is being typed: `add:` or `name:` with an id, `add:` alone for the top. */
  protected readonly typing = signal('');
  protected readonly dragged = signal<string | null>(null);
  protected readonly over = signal<string | null>(null);
  private readonly tree = computed(() => categoryTree(this.categories()));
  protected readonly nodes = computed(() => shownNodes(this.tree(), this.folded()));

  protected isFolded(id: string): boolean {
    return this.folded().has(id);
  }

  protected fold(id: string): void {
    const folded = new Set(this.folded());
    if (!folded.delete(id)) folded.add(id);
    this.folded.set(folded);
  }

  /** Left folds and Right opens, as in every tree. */
  protected key(event: KeyboardEvent, id: string, hasChildren: boolean): void {
    const fold = event.key === 'ArrowLeft';
    if (!hasChildren || (!fold && event.key !== 'ArrowRight') || fold === this.isFolded(id)) return;
    event.preventDefault();
    this.fold(id);
  }

  protected begin(what: string): void {
    const [, id = ''] = what.split(':');
    if (what.startsWith('add:') && this.isFolded(id)) this.fold(id);
    this.typing.set(what);
  }

  protected named(name: string): void {
    const [what, id = ''] = this.typing().split(':');
    if (what === 'name') this.rename.emit({ id, name });
    else this.add.emit({ name, parentId: id || null });
    this.leave();
  }

  protected leave(): void {
    const [, id = ''] = this.typing().split(':');
    this.typing.set('');
    this.refocus(id);
  }

  protected drag(event: DragEvent, id: string): void {
    event.dataTransfer?.setData('text/plain', id);
    this.dragged.set(id);
  }

  /** `to` is a category, or empty for the top. */
  protected hover(event: DragEvent, to: string): void {
    const id = this.dragged();
    if (id === null || !mayMove(this.categories(), id, to || null)) return;
    event.preventDefault();
    event.stopPropagation();
    this.over.set(to);
  }

  protected drop(event: DragEvent, to: string): void {
    const id = this.dragged();
    event.preventDefault();
    event.stopPropagation();
    this.end();
    if (id !== null && mayMove(this.categories(), id, to || null))
      this.move.emit({ id, parentId: to || null });
  }

  protected end(): void {
    this.dragged.set(null);
    this.over.set(null);
  }

  private refocus(id: string): void {
    const selector = id ? `[data-focus="more-${id}"]` : '[data-focus="add"]';
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
