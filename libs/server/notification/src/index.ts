/** The room of what people are told: reminders, news, mails and calendars. */
export { MailRound } from './mail/mail-round.service';
export { NotificationModule } from './notification.module';
export { Reminders } from './reminder/reminders.service';
