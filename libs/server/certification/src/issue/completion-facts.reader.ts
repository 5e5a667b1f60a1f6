/** The room where a completed enrolment is read, inside the transaction that certifies it. */
import type { CertificateSnapshot } from '@tap-huan/contract';
import type { Tx } from '@tap-huan/server/platform';

export interface CompletionFacts {
  officerId: string;
  staffCode: string;
  courseId: string;
  programmeName: string;
  programmeCode: string;
  programmeVersion: number;
  /** Periods (tiết). */
  hours: number;
  deliveryForm: CertificateSnapshot['deliveryForm'];
  startedAt: Date;
  completedAt: Date;
  /** Hundredths on the scale of ten; null for a course without any mark. */
  scoreOfTen: number | null;
}

/** Facts of a completed enrolment; null where it is unknown or not completed. */
export const completionFacts = (tx: Tx, enrolmentId: string): Promise<CompletionFacts | null> =>
  tx.maybe<CompletionFacts>(
    `select e.officer_id as "officerId", o.staff_code as "staffCode", e.course_id as "courseId",
            v.title as "programmeName", c.code as "programmeCode", v.number as "programmeVersion",
            v.hours, v.delivery_form as "deliveryForm",
            coalesce(e.started_at, e.enrolled_at) as "startedAt", e.completed_at as "completedAt",
            e.score_of_ten as "scoreOfTen"
     from enrolment.enrolment e
     join organisation.officer o on o.id = e.officer_id
     join learning.course c on c.id = e.course_id
     join learning.course_version v on v.id = e.course_version_id
     where e.id = $1 and e.state = 'completed'`,
    [enrolmentId],
  );
