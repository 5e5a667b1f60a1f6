/** The room where own notices are marked as read. */
import { Injectable } from '@nestjs/common';
import { accountOf, type Actor, Writer } from '@tap-huan/server/platform';

@Injectable()
export class MyNoticesService {
  constructor(private readonly writer: Writer) {}

  /** Those named, or all; what is not one's own is left alone. @returns how many are still unread */
  markRead(actor: Actor, ids: string[] | null): Promise<{ unread: number }> {
    const me = accountOf(actor);
    return this.writer.write(actor, async (tx) => {
      await tx.rows(
        `update notification.message set read_at = $2
          where account_id = $1 and read_at is null and ($3::uuid[] is null or id = any ($3))`,
        [me, tx.now, ids],
      );
      const [left] = await tx.rows<{ unread: number }>(
        `select count(*)::int as unread from notification.message where account_id = $1 and read_at is null`,
        [me],
      );
      return { unread: left?.unread ?? 0 };
    });
  }
}
