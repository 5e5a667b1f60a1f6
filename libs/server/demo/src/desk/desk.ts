/** The room where HR's desk comes alive: assignments, exceptions, hours from elsewhere, and a list that is shared. */
import type { Academy } from '../academy';
import type { DemoCourse } from '../courses';
import type { DemoOrganisation } from '../organisation';
import { assign } from './assignments';
import { enterHours } from './hours';
import { saveLists } from './lists';

/** Works at the desk as HR of the province does, through the same endpoints. */
export async function workAtDesk(
  academy: Academy,
  organisation: DemoOrganisation,
  courses: readonly DemoCourse[],
): Promise<void> {
  await enterHours(academy, organisation, courses);
  await assign(academy, organisation, courses);
  await saveLists(academy, organisation);
  await academy.settle();
}
