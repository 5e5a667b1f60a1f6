/** The endpoints by which HR sees notices, their words and their schedule. */
import { Controller } from '@nestjs/common';
import {
  type InputOf,
  notificationEndpoints as endpoints,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ResendService } from '../mail/resend.service';
import { ScheduleService } from '../schedule/schedule.service';
import { TemplatesReader } from '../template/templates.reader';
import { TemplatesService } from '../template/templates.service';
import { SentReader } from './sent.reader';

@Controller()
export class NoticeController {
  constructor(
    private readonly sent: SentReader,
    private readonly again: ResendService,
    private readonly templates: TemplatesReader,
    private readonly words: TemplatesService,
    private readonly schedule: ScheduleService,
  ) {}

  @Serves(endpoints.listNotices)
  listNotices(
    @Input() { query }: InputOf<typeof endpoints.listNotices>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listNotices>> {
    return this.sent.list(actor, query);
  }

  @Serves(endpoints.readNotice)
  readNotice(
    @Input() { params }: InputOf<typeof endpoints.readNotice>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readNotice>> {
    return this.sent.read(actor, params.noticeId);
  }

  @Serves(endpoints.resendNotice)
  resendNotice(
    @Input() { params }: InputOf<typeof endpoints.resendNotice>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.resendNotice>> {
    return this.again.resend(actor, params.noticeId);
  }

  @Serves(endpoints.listNoticeTemplates)
  listNoticeTemplates(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listNoticeTemplates>> {
    return this.templates.list(actor);
  }

  @Serves(endpoints.saveNoticeTemplate)
  saveNoticeTemplate(
    @Input() input: InputOf<typeof endpoints.saveNoticeTemplate>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveNoticeTemplate>> {
    return this.words.save(actor, input);
  }

  @Serves(endpoints.resetNoticeTemplate)
  resetNoticeTemplate(
    @Input() input: InputOf<typeof endpoints.resetNoticeTemplate>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.resetNoticeTemplate>> {
    return this.words.reset(actor, input);
  }

  @Serves(endpoints.tryNoticeTemplate)
  tryNoticeTemplate(
    @Input() input: InputOf<typeof endpoints.tryNoticeTemplate>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.tryNoticeTemplate>> {
    return this.words.try(actor, input);
  }

  @Serves(endpoints.readNoticeSchedule)
  readNoticeSchedule(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readNoticeSchedule>> {
    return this.schedule.read(actor);
  }

  @Serves(endpoints.saveNoticeSchedule)
  saveNoticeSchedule(
    @Input() { body }: InputOf<typeof endpoints.saveNoticeSchedule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveNoticeSchedule>> {
    return this.schedule.save(actor, body);
  }
}
