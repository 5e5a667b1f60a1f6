/** The linear list of migrations; a new one goes to the end and is never changed afterwards. */
import { Platform0001 } from './0001-platform';
import { Identity0002 } from './0002-identity';
import { Organisation0003 } from './0003-organisation';
import { Assessment0004 } from './0004-assessment';
import { Learning0005 } from './0005-learning';
import { Enrolment0006 } from './0006-enrolment';
import { Certification0007 } from './0007-certification';
import { Reporting0008 } from './0008-reporting';
import { QuestionBanks0009 } from './0009-question-banks';
import { Examination0010 } from './0010-examination';
import { Marking0011 } from './0011-marking';
import { Analysis0012 } from './0012-analysis';
import { QuestionUses0014 } from './0014-question-uses';
import { OrganisationHistory0016 } from './0016-organisation-history';
import { OfficerFields0017 } from './0017-officer-fields';
import { Programmes0018 } from './0018-programmes';
import { Assignments0019 } from './0019-assignments';
import { HoursLedger0020 } from './0020-hours-ledger';
import { Coverage0021 } from './0021-coverage';
import { Notifications0022 } from './0022-notifications';
import { Records0023 } from './0023-records';
import { ListSchedules0024 } from './0024-list-schedules';
import { LeaderDuties0025 } from './0025-leader-duties';
import { TrainingClasses0031 } from './0031-training-classes';
import { ClosedCourses0032 } from './0032-closed-courses';
import { PublicHolidays0033 } from './0033-public-holidays';
import { ImportAccounts0034 } from './0034-import-accounts';
import { ClosingNoted0039 } from './0039-closing-noted';

export const MIGRATIONS = [
  Platform0001,
  Identity0002,
  Organisation0003,
  Assessment0004,
  Learning0005,
  Enrolment0006,
  Certification0007,
  Reporting0008,
  QuestionBanks0009,
  Examination0010,
  Marking0011,
  Analysis0012,
  QuestionUses0014,
  OrganisationHistory0016,
  OfficerFields0017,
  Programmes0018,
  Assignments0019,
  HoursLedger0020,
  Coverage0021,
  Notifications0022,
  Records0023,
  ListSchedules0024,
  LeaderDuties0025,
  TrainingClasses0031,
  ClosedCourses0032,
  PublicHolidays0033,
  ImportAccounts0034,
  ClosingNoted0039,
];
