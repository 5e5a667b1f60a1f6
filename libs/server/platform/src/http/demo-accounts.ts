/** The room of the demonstration's accounts, one per role; made by the demo loader only, never elsewhere. */
export const DEMO_PASSWORD = 'TapHuan@2026';

export const DEMO_ACCOUNTS = [
  { username: 'hocvien', password: DEMO_PASSWORD, role: 'learner' },
  { username: 'giangvien', password: DEMO_PASSWORD, role: 'instructor' },
  { username: 'daotao', password: DEMO_PASSWORD, role: 'hr' },
  { username: 'quantri', password: DEMO_PASSWORD, role: 'administrator' },
] as const;
