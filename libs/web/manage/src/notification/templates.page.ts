/** The room where HR of the whole academy writes the words of notices, and sees at once how they read. */
import {
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import {
  endpoints,
  type Language,
  NOTICE_KINDS,
  type NoticeTemplate,
  TEMPLATE_WORDS,
  type TemplateWord,
} from '@tap-huan/contract';
import { fillTemplate, unknownPlace } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  InputDirective,
  SelectComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { oneOf } from '../list/list-address';
import { injectText } from './i18n/text';
import { ReminderHeadComponent } from './reminder-head.component';

const LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[];

interface Draft {
  subject: string;
  body: string;
}

@Component({
  selector: 'th-templates-page',
  imports: [
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    InputDirective,
    ReminderHeadComponent,
    SelectComponent,
    SkeletonComponent,
  ],
  templateUrl: './templates.page.html',
  styleUrl: './templates.page.scss',
})
export class TemplatesPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly textarea = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly address = addressState({ loai: 'assigned', ngonNgu: 'vi' });
  protected readonly kind = computed(
    () => oneOf(NOTICE_KINDS, this.address.value().loai) ?? 'assigned',
  );
  protected readonly language = computed(
    () => oneOf(LANGUAGES, this.address.value().ngonNgu) ?? 'vi',
  );
  protected readonly list = read(endpoints.listNoticeTemplates);
  protected readonly known = kept(this.list);
  protected readonly template = computed(() =>
    this.known()?.items.find((one) => one.kind === this.kind() && one.language === this.language()),
  );
  protected readonly draft = linkedSignal<NoticeTemplate | undefined, Draft>({
    source: this.template,
    computation: (template) => ({ subject: template?.subject ?? '', body: template?.body ?? '' }),
  });
  protected readonly kinds = computed(() =>
    NOTICE_KINDS.map((value) => ({ value: value as string, label: this.t(`kind.${value}`) })),
  );
  protected readonly languages = computed(() =>
    LANGUAGES.map((value) => ({ value: value as string, label: this.t(`template.${value}`) })),
  );
  protected readonly words = computed<readonly TemplateWord[]>(() => TEMPLATE_WORDS[this.kind()]);
  protected readonly dirty = computed(() => {
    const template = this.template();
    const { subject, body } = this.draft();
    return template !== undefined && (template.subject !== subject || template.body !== body);
  });
  protected readonly problem = computed(() => {
    const { subject, body } = this.draft();
    const word = unknownPlace(`${subject}\n${body}`, this.words());
    if (word !== null) return this.t('template.unknown', { word: `{${word}}` });
    return subject.trim() && body.trim() ? null : this.t('template.empty');
  });
  protected readonly preview = computed(() => {
    const sample = this.template()?.sample ?? {};
    const { subject, body } = this.draft();
    return { subject: fillTemplate(subject, sample), body: fillTemplate(body, sample) };
  });
  protected readonly state = computed(() => {
    const template = this.template();
    if (!template?.changed) return this.t('template.usual');
    const name = template.changedByName ?? '';
    return this.t('template.changed', { name, at: formatInstant(template.changedAt) });
  });
  protected readonly busy = signal<'save' | 'trial' | 'reset' | null>(null);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    inject(UnsavedWork).watch(this.dirty);
  }

  protected async choose(part: { loai?: string; ngonNgu?: string }): Promise<void> {
    if (this.dirty() && !(await this.mayLeave())) {
      // The list of choices shows what was asked for: the address brings it back.
      this.address.set({ loai: this.kind(), ngonNgu: this.language() });
      return;
    }
    this.failure.set(null);
    this.address.set(part);
  }

  protected type(part: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  /** Puts a placeholder where the cursor stands in the text. */
  protected insert(word: TemplateWord): void {
    const field = this.textarea()?.nativeElement;
    if (!field) return;
    field.setRangeText(`{{${word}}}`, field.selectionStart, field.selectionEnd, 'end');
    this.type({ body: field.value });
    field.focus();
  }

  protected save(): Promise<void> {
    return this.work('save', async (params) => {
      await this.api.call(endpoints.saveNoticeTemplate, { params, body: this.draft() });
      this.toasts.tell(this.t('template.saved'));
      this.list.reload();
    });
  }

  protected trial(): Promise<void> {
    return this.work('trial', async (params) => {
      const { to } = await this.api.call(endpoints.tryNoticeTemplate, {
        params,
        body: this.draft(),
      });
      this.toasts.tell(this.t('template.trialDone', { to }));
    });
  }

  protected async reset(): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('template.resetAsk'),
      consequence: this.t('template.resetHint', {
        kind: this.t(`kind.${this.kind()}`),
        language: this.t(`template.${this.language()}`),
      }),
      confirm: this.t('template.reset'),
    });
    if (!sure) return;
    await this.work('reset', async (params) => {
      await this.api.call(endpoints.resetNoticeTemplate, { params });
      this.toasts.tell(this.t('template.resetDone'));
      this.list.reload();
    });
  }

  private mayLeave(): Promise<boolean> {
    return this.dialogs.confirm({
      heading: this.t('template.leave'),
      consequence: this.t('template.leaveHint', { kind: this.t(`kind.${this.kind()}`) }),
      confirm: this.t('template.leaveYes'),
      danger: true,
    });
  }

  private async work(
    what: 'save' | 'trial' | 'reset',
    task: (params: Pick<NoticeTemplate, 'kind' | 'language'>) => Promise<void>,
  ): Promise<void> {
    if (this.busy() || (what !== 'reset' && this.problem())) return;
    this.busy.set(what);
    this.failure.set(null);
    try {
      await task({ kind: this.kind(), language: this.language() });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}
