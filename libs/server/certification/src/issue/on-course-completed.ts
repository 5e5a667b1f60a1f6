/** The room where a completed course becomes a certificate: names frozen, number allotted, once per enrolment. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { fold, registerNumber, today, VERIFY_CODE_BYTES, verifyCode } from '@tap-huan/rules';
import { Officers, Units } from '@tap-huan/server/organisation';
import { CONFIG, type Config, type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { CertificateEntity } from './certificate.entity';
import { completionFacts } from './completion-facts.reader';
import { IssuerProfiles } from './issuer-profiles.service';
import { snapshotOf } from './snapshot';

@Injectable()
@Hears('CourseCompleted', 'certification.on-course-completed')
export class OnCourseCompleted implements EventHandler<'CourseCompleted'> {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly officers: Officers,
    private readonly units: Units,
    private readonly profiles: IssuerProfiles,
  ) {}

  async handle(tx: Tx, { enrolmentId }: EventPayload<'CourseCompleted'>): Promise<void> {
    if (await tx.manager.existsBy(CertificateEntity, { enrolmentId })) return;
    const facts = await completionFacts(tx, enrolmentId);
    if (!facts) throw new Error(`Enrolment ${enrolmentId} is not completed.`);
    const officer = await this.officers.snapshot(tx, facts.officerId);
    const issuer = await this.units.issuerOf(officer.unitId, tx);
    const profile = await this.profiles.of(tx, issuer.unitId);
    const issuedOn = today(tx.now);
    const code = verifyCode(randomBytes(VERIFY_CODE_BYTES));
    const id = randomUUID();
    // Last of all reads: from here on the next certificate of this issuer waits.
    const registerYear = Number(issuedOn.slice(0, 4));
    const registerSeq = await allot(tx, issuer.unitId, registerYear);
    const registerNo = registerNumber(registerSeq, registerYear);
    await tx.manager.insert(CertificateEntity, {
      id,
      enrolmentId,
      officerId: facts.officerId,
      courseId: facts.courseId,
      unitId: officer.unitId,
      issuerUnitId: issuer.unitId,
      registerYear,
      registerSeq,
      registerNo,
      verifyCode: code,
      state: 'issued',
      snapshot: snapshotOf({
        facts,
        officer,
        issuer,
        profile,
        registerNo,
        issuedOn,
        verifyUrl: `${this.config.publicUrl}/xac-minh/${code}`,
        demo: this.config.demo,
      }),
      searchText: fold(`${officer.fullName} ${facts.staffCode} ${registerNo}`),
      issuedOn,
      issuedAt: tx.now,
      pdfSha256: null,
      pdfSize: null,
      storedAt: null,
    });
    await tx.emit('CertificateIssued', { certificateId: id });
    await tx.audit('certificate_issued', { kind: 'certificate', id }, { registerNo, enrolmentId });
  }
}

/**
 * The next number in the book of an issuer and a year. The row stays locked until the transaction ends, so numbers have
 * neither gaps nor doubles: whoever rolls back gives the number to the next.
 */
async function allot(tx: Tx, issuerUnitId: string, year: number): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(
    `insert into certification.register_counter as counter (issuer_unit_id, year, last)
     values ($1, $2, 1)
     on conflict (issuer_unit_id, year) do update set last = counter.last + 1
     returning last`,
    [issuerUnitId, year],
  );
  if (!row) throw new Error('The register gave no number.');
  return row.last;
}
