/** The linear list of migrations; a new one goes to the end and is never changed afterwards. */
import { Platform0001 } from './0001-platform';

export const MIGRATIONS = [Platform0001];
