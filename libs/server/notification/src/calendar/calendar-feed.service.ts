/** The room of the calendar of one officer: what is still to be done, on its due day (RFC 5545). */
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@tap-huan/contract';
import {
  type Actor,
  CONFIG,
  Clock,
  type Config,
  found,
  RateLimit,
  Sql,
} from '@tap-huan/server/platform';
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { leaderTitle } from '../template/line-words';
import { tokenHash } from './calendar.service';

/** Calls of one address in ten minutes; a calendar program asks every few hours. */
const CALLS = 60;
const SECONDS = 600;
/** How soon a program should look again, in seconds. */
const AGAIN = 3 * 3_600;
/** Seconds before the day at which it reminds: nine in the morning of the day before. */
const BEFORE = 15 * 3_600;

interface Duty {
  kind: 'course' | 'programme' | 'leader';
  id: string;
  title: string;
  dueOn: string;
  reason: string | null;
}

interface Words {
  name: string;
  due(title: string): string;
  reason(text: string): string;
  open: string;
  see: string;
}

const WORDS: Record<Language, Words> = {
  vi: {
    name: 'Tập Huấn: hạn hoàn thành',
    due: (title) => `Hạn: ${title}`,
    reason: (text) => `Lý do: ${text}`,
    open: 'Vào học',
    see: 'Xem',
  },
  en: {
    name: 'Tập Huấn: due days',
    due: (title) => `Due: ${title}`,
    reason: (text) => `Reason: ${text}`,
    open: 'Go to the course',
    see: 'See',
  },
};

const pathTo = (kind: Duty['kind'], id: string): string =>
  ({ course: `/hoc/khoa-hoc/${id}`, programme: '/hoc', leader: '/hoc/gio-boi-duong' })[kind];

@Injectable()
export class CalendarFeed {
  private readonly limit = new RateLimit(CALLS, SECONDS);

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Failure `not_found` for a link that is none, or has ended, or whose account is disabled */
  async file(actor: Actor, token: string): Promise<string> {
    await this.limit.take(actor.address ?? 'unknown');
    // When a program last asked is part of looking, and of no interest to any history.
    const owner = found(
      await this.sql.maybe<{ accountId: string; language: Language }>(
        `update notification.calendar c set read_at = $2 from identity.account a
          where c.token_hash = $1 and a.id = c.account_id and a.disabled_at is null
        returning a.id as "accountId", a.language`,
        [tokenHash(token), this.clock.now()],
      ),
    );
    const duties = await this.sql.rows<Duty>(
      `select d.subject_kind as kind, d.subject_id as id, d.title, d.due_on::text as "dueOn", d.reason
         from notification.duty d join organisation.present_officer p on p.id = d.officer_id
        where p.account_id = $1 and d.due_on is not null order by d.due_on, d.title`,
      [owner.accountId],
    );
    return this.write(duties, owner.language);
  }

  private write(duties: readonly Duty[], language: Language): string {
    const words = WORDS[language];
    const calendar = ical({
      ...{ name: words.name, ttl: AGAIN, method: ICalCalendarMethod.PUBLISH },
      prodId: { company: 'Tap Huan', product: 'Tap Huan', language: 'VI' },
    });
    for (const { kind, id, title, dueOn, reason } of duties) {
      const url = `${this.config.publicUrl}${pathTo(kind, id)}`;
      const isLeader = kind === 'leader';
      const event = calendar.createEvent({
        id: `${id}@${new URL(this.config.publicUrl).hostname}`,
        ...{ start: new Date(`${dueOn}T00:00:00Z`), allDay: true, timezone: 'UTC' },
        ...{
          stamp: this.clock.now(),
          summary: words.due(isLeader ? leaderTitle(language) : title),
          url,
        },
        description: [
          reason ? words.reason(reason) : '',
          `${isLeader ? words.see : words.open}: ${url}`,
        ]
          .filter(Boolean)
          .join('\n'),
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: BEFORE });
    }
    return calendar.toString();
  }
}
