/** The room of the "manage" pages: exports its routes only. */
import type { Routes } from '@angular/router';

export const manageRoutes: Routes = [];
