/** The room of roles and permissions: which role carries which, shared by server and browser. */
export const PERMISSIONS = [
  'learning.take',
  'course.author',
  'attempt.inspect',
  'attempt.supervise',
  'attempt.mark',
  'accommodation.manage',
  'officer.read',
  'officer.manage',
  'enrolment.assign',
  'programme.manage',
  'completion.read',
  'certificate.read',
  'account.manage',
  'unit.manage',
  'unit.reorganise',
  'job.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** học viên · giảng viên · phòng Đào tạo - Biên chế · thanh tra · quản trị. */
export const ROLES = ['learner', 'instructor', 'hr', 'inspector', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  learner: ['learning.take'],
  instructor: ['course.author', 'attempt.inspect', 'attempt.supervise', 'attempt.mark'],
  hr: [
    'officer.read',
    'officer.manage',
    'unit.reorganise',
    'accommodation.manage',
    'enrolment.assign',
    'programme.manage',
    'completion.read',
    'certificate.read',
  ],
  /** Sees how exams were sat and marked; changes nothing. */
  inspector: ['attempt.inspect'],
  administrator: [
    'officer.read',
    'officer.manage',
    'account.manage',
    'unit.manage',
    'unit.reorganise',
    'job.manage',
  ],
};
