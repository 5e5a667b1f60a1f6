/** The English words of the shell. */
import type { Dictionary } from '@tap-huan/web/ui';
import type { vi } from './vi';

export const en: Dictionary<typeof vi> = {
  product: 'Tập Huấn',
  skip: 'Skip to the content',
  language: { label: 'Language', vi: 'Tiếng Việt', en: 'English' },
  theme: { label: 'Background', auto: 'As the device', light: 'Light', dark: 'Dark' },
  signIn: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    show: 'Show password',
    hide: 'Hide password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    help: 'Forgotten password: ask the training office of your unit.',
    demo: 'Demo accounts',
    demoHint: 'Choose one to fill in the form.',
    footer: 'Illustrative content, as of November 2026',
    verify: 'Verify a certificate',
    again: 'Sign in again',
    againHint:
      'The session has ended. Everything on the page is still here; sign in again to go on.',
    other: 'Leave and use another account',
  },
  role: {
    label: 'Role',
    learner: 'Learner',
    instructor: 'Instructor',
    hr: 'Training and Staffing',
    administrator: 'Administrator',
  },
  place: {
    main: 'Main navigation',
    learn: 'Learning',
    myCertificates: 'Certificates',
    courses: 'Courses',
    overview: 'Overview',
    people: 'People',
    enrolments: 'Enrolments',
    coverage: 'Coverage',
    certificates: 'Certificates',
    accounts: 'Accounts',
    units: 'Units',
    jobs: 'Jobs',
    more: 'More',
  },
  account: {
    menu: 'Own account',
    changePassword: 'Change password',
    signOut: 'Sign out',
  },
  password: {
    title: 'Change password',
    first: 'Set a password of your own before going on.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 8 characters. A short sentence is best.',
    repeat: 'New password again',
    short: 'The new password needs at least 8 characters',
    differ: 'The two entries differ',
    submit: 'Change password',
    done: 'Password changed. Other devices were signed out.',
  },
  offline: {
    notice:
      'No connection. What was typed is kept on this device and sent when the network is back.',
    title: 'The server cannot be reached',
  },
  missing: {
    title: 'Page not found',
    hint: 'The address may have changed or been mistyped.',
    home: 'To the main page',
  },
  denied: {
    title: 'This page is not for this account',
    hint: 'The account has no such role. If it should, ask the administrator.',
  },
};
