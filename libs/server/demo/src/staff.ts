/** The room of the academy's staff: instructors, training office, inspector and administrator, each with a role. */
import type { Grant } from '@tap-huan/contract';
import type { Post } from './posts';
import type { InventedPerson } from './people';

export type Workplace = 'commune' | 'centre' | 'department';

export interface Hire {
  staffCode: string;
  username: string;
  person: InventedPerson;
  unitId: string;
  workplace: Workplace;
  jobPosition: string;
  /** Rank, leadership post and kind of staff; a civil servant without a post where absent. */
  post?: Post;
  grants?: Grant[];
}

/** Units where staff work, or for which they have a role. */
export interface StaffPlaces {
  provinceId: string;
  centreId: string;
  officeId: string;
  justiceId: string;
  inspectorateId: string;
  firstCommuneId: string;
}

type Row = [
  staffCode: string,
  username: string,
  fullName: string,
  unitId: string,
  jobPosition: string,
  grants: Grant[],
];

/** Everybody who has a role beside that of a learner. */
export function staffOf(places: StaffPlaces): Hire[] {
  const { provinceId, centreId, officeId, justiceId, inspectorateId, firstCommuneId } = places;
  const instructor = (unitId: string): Grant => ({ role: 'instructor', unitId });
  const teaches = 'Giảng viên kiêm nhiệm';
  const rows: Row[] = [
    ['GV001', 'giangvien', 'Phạm Hoàng Long', centreId, teaches, [instructor(centreId)]],
    [
      'GV002',
      'giangvien2',
      'Lâm Thị Bích Trâm',
      justiceId,
      teaches,
      // Writes for her department, and is the second marker at the centre.
      [instructor(justiceId), instructor(centreId)],
    ],
    [
      'TT001',
      'thanhtra',
      'Huỳnh Công Nghĩa',
      inspectorateId,
      'Thanh tra viên',
      [{ role: 'inspector', unitId: provinceId }],
    ],
    [
      'DT001',
      'daotao',
      'Nguyễn Thị Minh Tâm',
      officeId,
      'Chuyên viên đào tạo',
      [{ role: 'hr', unitId: provinceId }],
    ],
    [
      'DT002',
      'daotao.phuong',
      'Võ Ngọc Hạnh',
      firstCommuneId,
      'Chuyên viên tổng hợp',
      [{ role: 'hr', unitId: firstCommuneId }],
    ],
    [
      'QT001',
      'quantri',
      'Đặng Minh Quân',
      centreId,
      'Chuyên viên công nghệ thông tin',
      [{ role: 'administrator', unitId: provinceId }],
    ],
  ];
  return rows.map(([staffCode, username, fullName, unitId, jobPosition, grants]) => ({
    staffCode,
    username,
    person: { fullName, birthDate: '1986-09-02' },
    unitId,
    workplace: WORKPLACES[username] ?? 'department',
    jobPosition,
    grants,
  }));
}

/** Those who do not work at a department. */
const WORKPLACES: Record<string, Workplace> = {
  giangvien: 'centre',
  quantri: 'centre',
  'daotao.phuong': 'commune',
};
