/** The room of everything below the domains. */
export { type Actor, accountOf, may, SYSTEM, unitsFor } from './actor';
export { Clock, SetClock } from './clock';
export { CONFIG, type Config, readConfig } from './config/config';
export { migrate } from './database/data-source';
export { disclose, type DisclosureInput } from './database/disclose';
export { Sql } from './database/sql';
export { Tx, Writer } from './database/tx';
export { Failure, found } from './failure';
export { DEMO_ACCOUNTS, DEMO_PASSWORD } from './http/demo-accounts';
export { createHttpApp, httpAdapter, logLevels, prepareHttp } from './http/http-app';
export { sanitiseHtml } from './html/sanitise';
export { RateLimit } from './http/rate-limit';
export { type GivenFile, receivedFile, receivedPart } from './http/received-file';
export { contentDisposition, type FileToSend, sendFile } from './http/send-file';
export {
  type ActorRequest,
  CurrentActor,
  ENDPOINT,
  Input,
  Request,
  Serves,
  ServesStraight,
} from './http/serves';
export { SESSION_COOKIE, SessionReader } from './http/session-reader';
export { type Letter, Mail, MailFailure, MemoryMail, SmtpMail } from './mail/mail';
export { EventProcessor } from './outbox/event-processor';
export { EventWorkerHost } from './outbox/event-worker';
export { Hearers } from './outbox/hearers';
export { type EventHandler, Hears, type SlowHandler } from './outbox/hears';
export { type Face, fontOf, MissingGlyphError, printable } from './paper/fonts';
export { PlatformModule } from './platform.module';
export {
  birthCell,
  codeCell,
  dayCell,
  figure,
  hundredth,
  type Look,
  momentCell,
  type SheetCell,
  styled,
  words,
} from './sheet/cells';
export { type Column, countColumn, type Heading, type Sheet, tableSheet } from './sheet/table';
export { workbook, workbookStream, XLSX } from './sheet/workbook';
export { Storage } from './storage/storage';
