/** The room of ranks, leadership posts and kinds of staff: leaders whose twelve months are over, run, or never began. */
import type { StaffCategory } from '@tap-huan/contract';
import type { Workplace } from './staff';

/** What a position says beside the job. */
export interface Post {
  rank: string | null;
  leadership: string | null;
  /** First day of the leadership post. */
  appointedOn: string | null;
  staffCategory: StaffCategory;
}

export const NO_POST: Post = {
  ...{ rank: 'Chuyên viên', leadership: null, appointedOn: null, staffCategory: 'cong_chuc' },
};

const LEADERS = /^(Giám đốc|Phó Giám đốc|Chánh|Phó Chánh|Trưởng phòng)/;
/** Until here heads of commune centres are on the course for spokespersons (see plan.ts). */
const SPOKESPERSONS = 9;
/** Days before the loading on which deputies of those communes were appointed: overdue, soon due, running. */
const DEPUTIES = [340, 310, 200, 150, 120, 90, 60, 330, 390];
/** Heads who lead since the centres began. */
const BEGAN = '2025-07-01';
/** Of departments and of the provincial centre, before the rule began; null: nobody wrote the day down. */
const EARLIER = ['2023-04-03', '2024-11-15', '2022-08-01', null, '2025-03-03', '2021-01-04'];

/** Gives each officer what the staff list would say; the same order gives the same list. */
export class Posts {
  private leaders = 0;
  private others = 0;

  constructor(private readonly dayAgo: (daysAgo: number) => string) {}

  /** `place`: of the commune in the list. */
  next(jobPosition: string, workplace: Workplace, place: number): Post {
    const leadership = LEADERS.exec(jobPosition) ? titleOf(jobPosition) : null;
    if (leadership) {
      this.leaders += 1;
      const rank = this.leaders % 3 === 0 ? 'Chuyên viên chính' : 'Chuyên viên';
      const appointedOn = this.appointedOn(jobPosition, workplace, place);
      return { rank, leadership, appointedOn, staffCategory: 'cong_chuc' };
    }
    this.others += 1;
    if (/công nghệ thông tin/.test(jobPosition))
      return publicEmployee('Công nghệ thông tin hạng III');
    if (/hỗ trợ dịch vụ công trực tuyến/.test(jobPosition)) {
      return this.others % 2 === 0 ? { ...NO_POST, rank: null, staffCategory: 'khac' } : PUBLIC;
    }
    return { ...NO_POST, rank: this.others % 5 === 0 ? 'Cán sự' : 'Chuyên viên' };
  }

  private appointedOn(jobPosition: string, workplace: Workplace, place: number): string | null {
    if (workplace !== 'commune') return EARLIER[this.leaders % EARLIER.length] ?? null;
    const days = DEPUTIES[place];
    if (jobPosition.startsWith('Phó') && place < SPOKESPERSONS && days !== undefined) {
      return this.dayAgo(days);
    }
    return BEGAN;
  }
}

const publicEmployee = (rank: string): Post => ({ ...NO_POST, rank, staffCategory: 'vien_chuc' });
const PUBLIC = publicEmployee('Chuyên viên (hạng III)');

/** "Trưởng phòng Tiếp nhận" is a job; the post is that of a head of division. */
const titleOf = (jobPosition: string): string =>
  jobPosition.startsWith('Trưởng phòng') ? 'Trưởng phòng' : jobPosition;
