/** The room of the outline on screen: parts and lessons as one list, moved by drag, by buttons or by keys. */
import {
  CdkDrag,
  type CdkDragDrop,
  CdkDragHandle,
  CdkDropList,
  CdkDropListGroup,
} from '@angular/cdk/drag-drop';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyStateComponent, IconComponent, MinutesPipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { TitleFormComponent } from '../parts/title-form.component';
import {
  type Lesson,
  type Module,
  type Modules,
  placeOfLesson,
  putLesson,
  stepLesson,
  stepModule,
} from './outline-moves';

/** What is being typed in place: a new part, a new lesson of a part, or another name. */
type Typing = `module` | `reading:${string}` | `quiz:${string}` | `name:${string}` | null;

@Component({
  selector: 'th-outline',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    CdkDropListGroup,
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    RouterLink,
    EmptyStateComponent,
    IconComponent,
    MinutesPipe,
    TitleFormComponent,
  ],
  templateUrl: './outline.component.html',
  styleUrl: './outline.component.scss',
})
export class OutlineComponent {
  readonly modules = input.required<Modules>();
  readonly courseId = input.required<string>();
  readonly editable = input.required<boolean>();
  readonly busy = input(false);
  readonly arrange = output<Modules>();
  readonly addModule = output<string>();
  readonly addLesson = output<{ module: Module; title: string; kind: Lesson['kind'] }>();
  readonly renameLesson = output<{ lesson: Lesson; title: string }>();
  readonly removeModule = output<Module>();
  readonly removeLesson = output<Lesson>();

  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();
  protected readonly typing = signal<Typing>(null);
  /** Where something has just moved to, for whoever does not see it. */
  protected readonly news = signal('');
  protected readonly kinds = ['reading', 'quiz'] as const;
  protected readonly count = computed(() =>
    this.modules().reduce((sum, { lessons }) => sum + lessons.length, 0),
  );
  protected readonly minutes = computed(() =>
    this.modules()
      .flatMap(({ lessons }) => lessons)
      .reduce((sum, lesson) => sum + lesson.minutes, 0),
  );

  protected linkOf(lesson: Lesson): string[] {
    return lesson.quizId === null
      ? ['/soan', this.courseId(), 'bai', lesson.id]
      : ['/soan', this.courseId(), 'bai-kiem-tra', lesson.quizId];
  }

  protected drop(event: CdkDragDrop<number, number, string>): void {
    const to = { module: event.container.data, lesson: event.currentIndex };
    this.place(putLesson(this.modules(), event.item.data, to), event.item.data);
  }

  protected step(lesson: Lesson, step: 1 | -1): void {
    this.place(stepLesson(this.modules(), lesson.id, step), lesson.id);
    this.refocus(`${step === 1 ? 'down' : 'up'}-${lesson.id}`, `more-${lesson.id}`);
  }

  protected stepModule(module: Module, step: 1 | -1): void {
    const modules = stepModule(this.modules(), module.id, step);
    const at = modules.findIndex(({ id }) => id === module.id) + 1;
    this.news.set(this.t('outline.movedModule', { title: module.title, at }));
    this.arrange.emit(modules);
    this.refocus(`more-${module.id}`);
  }

  protected canStep(lesson: Lesson, step: 1 | -1): boolean {
    return stepLesson(this.modules(), lesson.id, step) !== this.modules();
  }

  protected named(what: Typing, title: string, module: Module, lesson?: Lesson): void {
    this.typing.set(null);
    if (lesson) this.renameLesson.emit({ lesson, title });
    else if (what?.startsWith('name:'))
      this.arrange.emit(
        this.modules().map((one) => (one.id === module.id ? { ...one, title } : one)),
      );
    else {
      const kind = what?.startsWith('quiz:') ? 'quiz' : 'reading';
      this.addLesson.emit({ module, title, kind });
      return this.refocus(`${kind}-${module.id}`);
    }
    this.refocus(`more-${(lesson ?? module).id}`);
  }

  protected add(title: string): void {
    this.addModule.emit(title);
    this.leave('module');
  }

  protected leave(id: string): void {
    this.typing.set(null);
    this.refocus(id);
  }

  private place(modules: Modules, lessonId: string): void {
    if (modules === this.modules()) return;
    const at = placeOfLesson(modules, lessonId);
    const module = at && modules[at.module];
    if (at && module) {
      const title = module.lessons[at.lesson]?.title ?? '';
      this.news.set(this.t('outline.moved', { title, at: at.lesson + 1, module: module.title }));
    }
    this.arrange.emit(modules);
  }

  /** What moved in the page has lost the focus: gives it back, to the first of these that can take it. */
  private refocus(...ids: string[]): void {
    afterNextRender(
      () => {
        const targets = ids.map((id) =>
          this.host.querySelector<HTMLButtonElement>(`[data-focus="${id}"]`),
        );
        targets.find((target) => target && !target.disabled && target.offsetParent)?.focus();
      },
      { injector: this.injector },
    );
  }
}
