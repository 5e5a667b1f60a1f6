/** The room of the picture of a hotspot question, and of its areas. */
import {
  afterNextRender,
  Component,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ImageArea } from '@tap-huan/contract';
import { FieldComponent, IconComponent, InputDirective, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { freeId } from '../../parts/free-id';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import type { FormArea, FormImage, HotspotForm } from '../forms/hotspot-form';
import {
  middleArea,
  numbersOf,
  SHAPES,
  type ShapeName,
  withCorner,
  withNumber,
} from './area-shapes';
import { PictureAreasComponent } from './picture-areas.component';

/** Asks for a picture; null where none was chosen. */
export type PicturePicker = () => Promise<FormImage | null>;

@Component({
  selector: 'th-hotspot-editor',
  imports: [
    FieldComponent,
    IconComponent,
    InputDirective,
    PictureAreasComponent,
    RowDirective,
    RowsComponent,
  ],
  templateUrl: './hotspot-editor.component.html',
  styleUrl: './editor.scss',
  styles: `
    .tools {
      margin-bottom: var(--th-8);
    }
    [aria-pressed='true'] {
      border-color: var(--th-celadon);
      background: var(--th-celadon-tint);
    }
    .guide,
    .keys {
      margin-top: var(--th-8);
    }
    .guide {
      padding: var(--th-8) var(--th-12);
      border-radius: var(--th-radius);
      background: var(--th-celadon-tint);
    }
    .numbers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      align-items: end;
      margin-top: var(--th-8);
    }
    .numbers label {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .numbers input {
      width: 6rem;
    }
    summary {
      width: fit-content;
      min-height: 32px;
      color: var(--th-celadon);
      font-size: var(--th-size-13);
      cursor: pointer;
    }
    // No keys to tell of.
    @media (pointer: coarse), (max-width: 719px) {
      .keys {
        display: none;
      }
    }
    .th-check {
      min-height: 36px;
      padding: var(--th-4) 0;
    }
  `,
})
export class HotspotEditorComponent {
  readonly form = input.required<HotspotForm>();
  readonly pickPicture = input.required<PicturePicker>();
  readonly changed = output<Partial<HotspotForm>>();
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly shapes = SHAPES;
  protected readonly tool = signal<ShapeName | null>(null);
  protected readonly selected = signal<string | null>(null);
  protected readonly numbersOf = numbersOf;
  protected readonly name = (at: number) => this.t('rows.area', { number: at + 1 });
  /** Areas are drawn, not added as empty rows. */
  protected readonly never = (id: string): FormArea => this.fresh(id, middleArea('rectangle'));
  private readonly picture = viewChild(PictureAreasComponent);

  protected async choose(): Promise<void> {
    const image = await this.pickPicture()();
    if (image) this.changed.emit({ image });
  }

  protected alt(alt: string): void {
    const image = this.form().image;
    if (image) this.changed.emit({ image: { ...image, alt } });
  }

  protected take(shape: ShapeName): void {
    this.picture()?.reset();
    this.tool.set(this.tool() === shape ? null : shape);
  }

  protected leave(): void {
    this.picture()?.reset();
    this.tool.set(null);
  }

  /** For whoever draws by keys: the shape stands in the middle and has the focus. */
  protected putInMiddle(): void {
    const shape = this.tool();
    if (!shape) return;
    const id = this.add(middleArea(shape));
    afterNextRender(() => this.picture()?.focus(id), { injector: this.injector });
  }

  protected add(area: ImageArea): string {
    const areas = this.form().areas;
    const id = freeId(areas);
    this.tool.set(null);
    this.selected.set(id);
    this.changed.emit({ areas: [...areas, this.fresh(id, area)] });
    return id;
  }

  protected set(id: string, part: Partial<FormArea>): void {
    const areas = this.form().areas.map((one) => (one.id === id ? { ...one, ...part } : one));
    this.changed.emit({ areas });
  }

  protected remove(id: string): void {
    const areas = this.form().areas;
    const at = areas.findIndex((one) => one.id === id);
    this.changed.emit({ areas: areas.filter((one) => one.id !== id) });
    this.toasts.undoable(this.t('rows.removed', { of: this.name(at) }), () =>
      this.changed.emit({ areas }),
    );
  }

  protected number(row: FormArea, key: string, text: string): void {
    const value = Number(text.replace(',', '.'));
    if (text.trim() !== '' && Number.isFinite(value))
      this.set(row.id, { area: withNumber(row.area, key, value) });
  }

  protected corner(row: FormArea): void {
    if (row.area.shape === 'polygon') this.set(row.id, { area: withCorner(row.area) });
  }

  /** The first area that is drawn is the right one, as in most questions. */
  private fresh(id: string, area: ImageArea): FormArea {
    return { id, label: '', feedback: '', right: this.form().areas.length === 0, area };
  }
}
