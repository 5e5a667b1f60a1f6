/** The room of a course's modules and lessons: one quiet list, each lesson with its state in words. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyCourse } from '@tap-huan/contract';
import { IconComponent, type IconName, MinutesPipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { lessonPath } from '../paths';

type Lesson = MyCourse['modules'][number]['lessons'][number];

@Component({
  selector: 'th-outline',
  imports: [IconComponent, MinutesPipe, RouterLink],
  template: `
    <ol class="modules">
      @for (module of modules(); track module.id) {
        <li>
          <h3>
            <span>{{ $index + 1 }}. {{ module.title }}</span>
            <span class="th-muted th-small th-figures">{{
              t('course.moduleDone', { done: module.done, total: module.total })
            }}</span>
          </h3>
          <ol class="lessons">
            @for (lesson of module.lessons; track lesson.id) {
              <li [class.next]="lesson.next">
                <a [routerLink]="lesson.to">
                  <th-icon [name]="lesson.icon" [class]="lesson.state" />
                  <span class="words">
                    <span class="title">{{ lesson.title }}</span>
                    <span class="facts">
                      <span>{{ t(lesson.kindKey) }}</span>
                      <span>{{ lesson.minutes | thMinutes }}</span>
                      @if (lesson.next) {
                        <strong>{{ t('course.current') }}</strong>
                      }
                    </span>
                  </span>
                  <span class="state" [class]="lesson.state">{{ t(lesson.stateKey) }}</span>
                </a>
              </li>
            }
          </ol>
        </li>
      }
    </ol>
  `,
  styleUrl: './outline.component.scss',
})
export class OutlineComponent {
  readonly course = input.required<MyCourse>();
  protected readonly t = injectText();

  protected readonly modules = computed(() => {
    const { id, modules, nextLesson, state } = this.course();
    return modules.map((module) => ({
      id: module.id,
      title: module.title,
      done: module.lessons.filter((lesson) => lesson.state === 'done').length,
      total: module.lessons.length,
      lessons: module.lessons.map((lesson) => ({
        ...lesson,
        to: lessonPath(id, lesson),
        icon: iconOf(lesson),
        kindKey: `kind.${lesson.kind}` as const,
        stateKey: (lesson.kind === 'quiz'
          ? `quizState.${lesson.state}`
          : `state.${lesson.state}`) as `quizState.${Lesson['state']}` | `state.${Lesson['state']}`,
        next: state !== 'withdrawn' && lesson.id === nextLesson?.id,
      })),
    }));
  });
}

function iconOf({ kind, state }: Lesson): IconName {
  if (state === 'done') return 'done';
  if (kind === 'quiz') return 'quiz';
  return state === 'started' ? 'book' : 'lesson';
}
