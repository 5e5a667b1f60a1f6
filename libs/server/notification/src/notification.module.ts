/** The room where the parts of notification are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarEntity } from './calendar/calendar.entity';
import { CalendarFeed } from './calendar/calendar-feed.service';
import { CalendarService } from './calendar/calendar.service';
import { MailRound } from './mail/mail-round.service';
import { ResendService } from './mail/resend.service';
import { MessageWriter } from './message/message-writer';
import { MessageEntity } from './message/message.entity';
import { MyNoticeController } from './message/my-notice.controller';
import { MyNoticesReader } from './message/my-notices.reader';
import { MyNoticesService } from './message/my-notices.service';
import { NoticeController } from './message/notice.controller';
import { SentReader } from './message/sent.reader';
import { ToldEntity } from './message/told.entity';
import { OnAppealAnswered } from './news/on-appeal-answered';
import { OnCertificateStored } from './news/on-certificate-stored';
import { OnListReady } from './news/on-list-ready';
import { PreferenceEntity } from './preference/preference.entity';
import { PreferencesReader } from './preference/preferences.reader';
import { PreferencesService } from './preference/preferences.service';
import { Reminders } from './reminder/reminders.service';
import { ScheduleEntity } from './schedule/schedule.entity';
import { ScheduleService } from './schedule/schedule.service';
import { Renderer } from './template/renderer';
import { TemplateEntity } from './template/template.entity';
import { TemplatesReader } from './template/templates.reader';
import { TemplatesService } from './template/templates.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      MessageEntity,
      ToldEntity,
      TemplateEntity,
      PreferenceEntity,
      CalendarEntity,
      ScheduleEntity,
    ]),
  ],
  controllers: [MyNoticeController, NoticeController, CalendarController],
  providers: [
    MessageWriter,
    MyNoticesReader,
    MyNoticesService,
    SentReader,
    Reminders,
    MailRound,
    ResendService,
    Renderer,
    TemplatesReader,
    TemplatesService,
    ScheduleService,
    PreferencesReader,
    PreferencesService,
    CalendarService,
    CalendarFeed,
    OnCertificateStored,
    OnAppealAnswered,
    OnListReady,
  ],
  exports: [Reminders, MailRound],
})
export class NotificationModule {}
