/** The room of public verification: whoever holds a code learns whether the paper is true, and little else. */
import { Injectable } from '@nestjs/common';
import {
  certificateSnapshot,
  type CertificateSnapshot,
  type endpoints,
  type InputOf,
  type OutputOf,
  type VerifyView,
} from '@tap-huan/contract';
import { isWellFormedVerifyCode, maskName, normaliseVerifyCode, sameName } from '@tap-huan/rules';
import { type Actor, Failure, found, RateLimit, Sql } from '@tap-huan/server/platform';
import { addressKey } from './address-key';

interface Verified {
  state: VerifyView['state'];
  snapshot: CertificateSnapshot;
  sha256: string | null;
}

/** No certificate has it: what is not a code takes the same way through the database, and the same time. */
const NO_CODE = '-';

@Injectable()
export class VerifyReader {
  private readonly looks = new RateLimit(60, 60);
  private readonly tries = new RateLimit(10, 60);
  /** Wrong guesses at one paper's details, from wherever they come. */
  private readonly guesses = new RateLimit(30, 3_600);

  constructor(private readonly sql: Sql) {}

  /** @throws Failure `certificate_not_found` for every code that is none, `too_many_requests` */
  async view(actor: Actor, code: string): Promise<VerifyView> {
    await this.looks.take(addressKey(actor.address));
    const { state, snapshot, sha256 } = await this.byCode(code);
    return {
      state,
      registerNo: snapshot.registerNo,
      maskedName: maskName(snapshot.fullName),
      programmeName: snapshot.programmeName,
      hours: snapshot.hours,
      issuerName: snapshot.issuerName,
      issuedOn: snapshot.issuedOn,
      demo: snapshot.demo,
      signed: false,
      sha256,
    };
  }

  /** Everything printed, for whoever knows it in the main already. */
  async details(
    actor: Actor,
    code: string,
    known: InputOf<typeof endpoints.verifyDetails>['body'],
  ): Promise<OutputOf<typeof endpoints.verifyDetails>> {
    await this.tries.take(addressKey(actor.address));
    const { snapshot } = await this.byCode(code);
    const paper = normaliseVerifyCode(code);
    await this.guesses.check(paper);
    const same =
      plainNumber(known.registerNo) === plainNumber(snapshot.registerNo) &&
      sameName(known.fullName, snapshot.fullName) &&
      known.birthDate === snapshot.birthDate;
    if (!same) {
      await this.guesses.take(paper);
      throw new Failure('certificate_details_do_not_match');
    }
    return snapshot;
  }

  private async byCode(code: string): Promise<Verified> {
    const asked = isWellFormedVerifyCode(code) ? normaliseVerifyCode(code) : NO_CODE;
    const row = found(
      await this.sql.maybe<Verified>(
        `select state, snapshot, pdf_sha256 as sha256 from certification.certificate
         where verify_code = $1`,
        [asked],
      ),
      'certificate_not_found',
    );
    return { ...row, snapshot: certificateSnapshot.parse(row.snapshot) };
  }
}

/** Case and spaces do not matter in a number. */
const plainNumber = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, '').toLocaleUpperCase('vi');
