/** The room of the demonstration's accounts, each role among them; made by the demo loader only, never elsewhere. */
export const DEMO_PASSWORD = 'TapHuan@2026';

export const DEMO_ACCOUNTS = [
  { username: 'hocvien', password: DEMO_PASSWORD, role: 'learner' },
  { username: 'giangvien', password: DEMO_PASSWORD, role: 'instructor' },
  { username: 'giangvien2', password: DEMO_PASSWORD, role: 'instructor' },
  { username: 'daotao', password: DEMO_PASSWORD, role: 'hr' },
  { username: 'thanhtra', password: DEMO_PASSWORD, role: 'inspector' },
  { username: 'quantri', password: DEMO_PASSWORD, role: 'administrator' },
] as const;
