/** The write path on a real PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Injectable, Module } from '@nestjs/common';
import { testModule, type TestModule } from '../testing';
import { SYSTEM } from './actor';
import type { Tx } from './database/tx';
import { type EventHandler, Hears } from './outbox/hears';
import { EventProcessor } from './outbox/event-processor';

const heard: string[] = [];

@Injectable()
@Hears('CertificateIssued', 'certification.render')
class Hearer implements EventHandler<'CertificateIssued'> {
  async handle(_tx: Tx, payload: { certificateId: string }): Promise<void> {
    heard.push(payload.certificateId);
  }
}

@Module({ providers: [Hearer] })
class HearingModule {}

describe('the write path', () => {
  let test: TestModule;
  beforeAll(async () => {
    test = await testModule(HearingModule);
  });
  afterAll(() => test.close());

  it('delivers news exactly once, however often it is tried', async () => {
    const certificateId = randomUUID();
    const eventId = await test.writer.write(SYSTEM, (tx) =>
      tx.emit('CertificateIssued', { certificateId }),
    );
    await test.settle();
    await test.get(EventProcessor).deliver(eventId, 'certification.render');
    expect(heard).toEqual([certificateId]);
  });

  it('makes neither news nor audit where the write fails', async () => {
    const certificateId = randomUUID();
    await expect(
      test.writer.write(SYSTEM, async (tx) => {
        await tx.emit('CertificateIssued', { certificateId });
        await tx.audit('test', { kind: 'certificate', id: certificateId });
        throw new Error('late');
      }),
    ).rejects.toThrow('late');
    await test.settle();
    expect(heard).not.toContain(certificateId);
    expect(
      await test.sql.rows(`select 1 from platform.audit where subject_id = $1`, [certificateId]),
    ).toEqual([]);
  });

  it('keeps the audit trail from being changed', async () => {
    await test.writer.write(SYSTEM, (tx) => tx.audit('test', { kind: 'thing', id: '1' }));
    await expect(test.sql.rows(`delete from platform.audit`)).rejects.toThrow('only grows');
  });
});
