/** Facts about the circumstances of an attempt, and the networks it may be opened from. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { KnownPeople } from '@tap-huan/server/platform/testing';
import { statement } from '../testing/contents';
import { Page } from '../testing/page';
import { World } from '../testing/world';

describe('facts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  /** The taker's browser goes on from this address. */
  const from = (address: string | null) =>
    world.test.get(KnownPeople).introduce({ ...world.taker, address });
  const begun = async (networks: string[] = []) => {
    const attemptId = await world.start(
      await world.quiz({ networks }, [statement('Một')]),
      randomUUID(),
    );
    return new Page(await world.browser(world.taker), attemptId);
  };
  const factsOf = ({ attemptId }: Page) =>
    world.test.sql.rows<Record<string, unknown>>(
      `select kind, slot, seconds, detail from assessment.attempt_event where attempt_id = $1 order by id`,
      [attemptId],
    );

  it('are told by the page, with the time on both clocks', async () => {
    const page = await begun();
    await page.open();
    const browser = await world.browser(world.taker);
    const at = '2026-11-23T02:00:05.000Z';
    const told = await browser.call(endpoints.recordAttemptEvents, {
      params: { attemptId: page.attemptId },
      body: {
        clientId: page.clientId,
        events: [
          { kind: 'focus_lost', at, slot: 1, seconds: 7 },
          { kind: 'pasted', at, slot: 1 },
          // Only the server can know it.
          { kind: 'taken_over', at },
        ],
      },
    });
    expect(told).toEqual({ ok: true });
    expect(await factsOf(page)).toEqual([
      { kind: 'focus_lost', slot: 1, seconds: 7, detail: {} },
      { kind: 'pasted', slot: 1, seconds: null, detail: {} },
    ]);
    const stranger = await (
      await world.browser(world.author)
    ).try(endpoints.recordAttemptEvents, {
      params: { attemptId: page.attemptId },
      body: { clientId: page.clientId, events: [{ kind: 'copied', at }] },
    });
    expect(stranger.problem?.code).toBe('not_found');
  });

  it('say when another page takes over, and when the address changes', async () => {
    from('10.1.0.7');
    const page = await begun();
    await page.open();
    await page.open();
    await page.answer(1, null);
    from('10.1.0.8');
    await page.answer(1, { kind: 'true_false', choice: true });
    await page.answer(1, { kind: 'true_false', choice: false });
    const other = new Page(await world.browser(world.taker), page.attemptId, 'page-two-0002');
    from('10.1.0.9');
    await other.open();
    expect(await factsOf(page)).toMatchObject([
      { kind: 'address_changed', detail: { from: '10.1.0.7', to: '10.1.0.8' } },
      { kind: 'taken_over', detail: { address: '10.1.0.9' } },
      { kind: 'address_changed', detail: { from: '10.1.0.8', to: '10.1.0.9' } },
    ]);
  });

  it('an attempt is opened from the networks of its quiz only', async () => {
    from('10.2.0.1');
    const page = await begun(['10.1.0.0/16']);
    const browser = await world.browser(world.taker);
    const request = { params: { attemptId: page.attemptId }, body: { clientId: page.clientId } };
    const refused = await browser.try(endpoints.openAttempt, request);
    expect(refused.problem?.code).toBe('network_not_allowed');
    from('10.1.2.3');
    expect((await page.open()).phase).toBe('open');
    await page.submit();
    from('10.2.0.1');
    expect((await page.open()).phase).toBe('marked');
  });
});
