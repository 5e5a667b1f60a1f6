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
];
