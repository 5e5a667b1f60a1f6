/** The room where everything that a paper will say is frozen. */
import { certificateSnapshot, type CertificateSnapshot } from '@tap-huan/contract';
import { gradeLabel, today, toNfc } from '@tap-huan/rules';
import type { Issuer, OfficerSnapshot } from '@tap-huan/server/organisation';
import type { CompletionFacts } from './completion-facts.reader';
import type { IssuerProfile } from './issuer-profiles.service';

/** Where nobody has said who signs: the head's title, and room for a name. */
const NOBODY = { signCapacity: '', signerTitle: 'Giám đốc', signerName: '' };

export interface SnapshotSources {
  facts: CompletionFacts;
  officer: OfficerSnapshot;
  issuer: Issuer;
  profile: IssuerProfile | null;
  registerNo: string;
  issuedOn: string;
  verifyUrl: string;
  demo: boolean;
}

/** Names, marks and dates as they are now; later changes of them do not reach the paper. */
export function snapshotOf(sources: SnapshotSources): CertificateSnapshot {
  const { facts, officer, issuer, profile } = sources;
  const signing = profile ?? NOBODY;
  return certificateSnapshot.parse({
    parentBody: toNfc(profile?.parentBody ?? issuer.parentName),
    issuerName: toNfc(issuer.name),
    docKind: 'giay_chung_nhan',
    fullName: toNfc(officer.fullName),
    birthDate: officer.birthDate,
    unitName: toNfc(officer.unitName),
    programmeName: toNfc(facts.programmeName),
    programmeCode: facts.programmeCode,
    programmeVersion: facts.programmeVersion,
    hours: facts.hours,
    deliveryForm: facts.deliveryForm,
    startedOn: today(facts.startedAt),
    completedOn: today(facts.completedAt),
    scoreOfTen: facts.scoreOfTen ?? 0,
    // A course without marks has no grade; the paper leaves it out.
    gradeLabel: facts.scoreOfTen === null ? '' : gradeLabel(facts.scoreOfTen),
    registerNo: sources.registerNo,
    place: toNfc(profile?.place ?? issuer.place),
    issuedOn: sources.issuedOn,
    signCapacity: toNfc(signing.signCapacity),
    signerTitle: toNfc(signing.signerTitle),
    signerName: toNfc(signing.signerName),
    verifyUrl: sources.verifyUrl,
    demo: sources.demo,
  } satisfies CertificateSnapshot);
}
