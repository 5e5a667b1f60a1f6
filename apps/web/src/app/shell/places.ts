/** The room of each role's places: what stands in the rail and in the bottom bar. */
import type { Role } from '@tap-huan/contract';
import type { IconName, TextKey } from '@tap-huan/web/ui';
import type { vi } from '../i18n/vi';

export interface Place {
  path: string;
  icon: IconName;
  label: TextKey<typeof vi>;
  /** Pressed only at this very address: a home whose path begins others' paths. */
  exact?: boolean;
  /** The heading it stands under where a role has many places; none = above all headings. */
  group?: PlaceGroup;
}

/** The headings of a long rail, in the order of the work: who, what they learn, what came of it, the house itself. */
export type PlaceGroup = 'organisation' | 'training' | 'results' | 'system';

/** Places under one heading, or under none. */
export interface PlacesUnder {
  group: PlaceGroup | null;
  places: readonly Place[];
}

export const PLACES: Record<Role, readonly Place[]> = {
  learner: [
    { path: '/hoc', icon: 'book', label: 'place.learn' },
    { path: '/hoc/chung-chi', icon: 'certificate', label: 'place.myCertificates' },
    { path: '/hoc/gio-boi-duong', icon: 'clock', label: 'place.hours' },
    { path: '/hoc/ho-so', icon: 'file', label: 'place.myRecord' },
  ],
  instructor: [
    { path: '/soan', icon: 'write', label: 'place.courses' },
    { path: '/soan/ngan-hang', icon: 'bank', label: 'place.banks' },
    { path: '/khao-thi/cham-diem', icon: 'marking', label: 'place.marking' },
    { path: '/khao-thi/giam-sat', icon: 'supervision', label: 'place.supervision' },
    { path: '/khao-thi/phan-tich', icon: 'analysis', label: 'place.analysis' },
  ],
  hr: [
    { path: '/quan-ly', icon: 'overview', label: 'place.overview', exact: true },
    { path: '/quan-ly/can-bo', icon: 'people', label: 'place.people', group: 'organisation' },
    { path: '/quan-ly/don-vi', icon: 'unit', label: 'place.units', group: 'organisation' },
    { path: '/quan-ly/nhom', icon: 'flag', label: 'place.audiences', group: 'organisation' },
    { path: '/quan-ly/chuong-trinh', icon: 'school', label: 'place.programmes', group: 'training' },
    {
      path: '/quan-ly/giao-boi-duong',
      icon: 'send',
      label: 'place.assignments',
      group: 'training',
    },
    { path: '/quan-ly/ghi-danh', icon: 'enrolment', label: 'place.enrolments', group: 'training' },
    { path: '/quan-ly/lop-hoc', icon: 'calendar', label: 'place.classes', group: 'training' },
    { path: '/quan-ly/do-phu', icon: 'coverage', label: 'place.coverage', group: 'results' },
    {
      path: '/quan-ly/chung-chi',
      icon: 'certificate',
      label: 'place.certificates',
      group: 'results',
    },
    { path: '/quan-ly/gio-boi-duong', icon: 'clock', label: 'place.hours', group: 'results' },
    { path: '/quan-ly/bao-cao', icon: 'chart', label: 'place.reports', group: 'results' },
    { path: '/quan-ly/thong-bao', icon: 'bell', label: 'place.notices', group: 'system' },
  ],
  inspector: [
    { path: '/khao-thi/giam-sat', icon: 'supervision', label: 'place.supervision' },
    { path: '/khao-thi/phan-tich', icon: 'analysis', label: 'place.analysis' },
  ],
  administrator: [
    { path: '/quan-ly/tai-khoan', icon: 'accounts', label: 'place.accounts' },
    { path: '/quan-ly/don-vi', icon: 'unit', label: 'place.units' },
    { path: '/quan-ly/bao-cao/dinh-chinh', icon: 'edit', label: 'place.corrections' },
    { path: '/quan-ly/tac-vu', icon: 'jobs', label: 'place.jobs' },
    { path: '/quan-ly/ngay-nghi', icon: 'calendar', label: 'place.holidays' },
  ],
};

/** Where a role begins. */
export function homeOf(role: Role | null): string {
  return (role && PLACES[role][0]?.path) || '/khong-co-quyen';
}

/** Places in the order of the list, gathered under their headings; a heading without places is left out. */
export function grouped(places: readonly Place[]): PlacesUnder[] {
  const under = new Map<PlaceGroup | null, Place[]>();
  for (const place of places) {
    const group = place.group ?? null;
    under.set(group, [...(under.get(group) ?? []), place]);
  }
  return [...under].map(([group, of]) => ({ group, places: of }));
}

/** The place that an address belongs to: the longest path that begins it. */
export function placeAt(places: readonly Place[], url: string): Place | undefined {
  const path = url.split(/[?#]/)[0] ?? '';
  return places
    .filter((place) => path === place.path || (!place.exact && path.startsWith(`${place.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The role whose place an address is, so that the rail follows a link from a mail. */
export function roleAt(roles: readonly Role[], present: Role | null, url: string): Role | null {
  if (present && placeAt(PLACES[present], url)) return present;
  return roles.find((role) => placeAt(PLACES[role], url)) ?? present;
}
