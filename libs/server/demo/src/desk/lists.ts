/** The room of the lists that HR has put together and shares with the communes. */
import { endpoints } from '@tap-huan/contract';
import type { Academy } from '../academy';
import type { DemoOrganisation } from '../organisation';

const SAVED = 5;

export async function saveLists(academy: Academy, { provinceId }: DemoOrganisation): Promise<void> {
  academy.clock.set(academy.at(SAVED, 10));
  const hr = await academy.person('daotao');
  const base = { unitId: null };
  await hr.call(endpoints.createSavedList, {
    body: {
      ...{ name: 'Cán bộ chưa đủ 40 tiết năm nay', shared: true, unitId: provinceId },
      definition: {
        ...{ ...base, subject: 'officers' },
        columns: ['fullName', 'staffCode', 'unitName', 'jobPosition', 'hoursThisYear', 'overdue'],
        filters: [{ column: 'hoursThisYear', test: 'to', values: ['39,75'] }],
        sort: [{ column: 'hoursThisYear', down: false }],
      },
    },
  });
  await hr.call(endpoints.createSavedList, {
    body: {
      ...{ name: 'Lượt bồi dưỡng của năm 2017', shared: false, unitId: provinceId },
      definition: {
        ...{ ...base, subject: 'trainings' },
        columns: ['fullName', 'staffCode', 'unitThen', 'title', 'completedOn', 'hours'],
        filters: [
          { column: 'completedOn', test: 'from', values: ['2017-01-01'] },
          { column: 'completedOn', test: 'to', values: ['2017-12-31'] },
        ],
        sort: [{ column: 'completedOn', down: false }],
      },
    },
  });
}
