/** The room of roles and permissions: which role carries which, shared by server and browser. */
export const PERMISSIONS = [
  'learning.take',
  'course.author',
  'officer.read',
  'officer.manage',
  'enrolment.assign',
  'completion.read',
  'certificate.read',
  'account.manage',
  'unit.manage',
  'job.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** học viên · giảng viên · phòng Đào tạo - Biên chế · quản trị. */
export const ROLES = ['learner', 'instructor', 'hr', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  learner: ['learning.take'],
  instructor: ['course.author'],
  hr: ['officer.read', 'officer.manage', 'enrolment.assign', 'completion.read', 'certificate.read'],
  administrator: ['officer.read', 'officer.manage', 'account.manage', 'unit.manage', 'job.manage'],
};
