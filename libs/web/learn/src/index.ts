/** The room of the "learn" pages: exports its routes only. */
import type { Routes } from '@angular/router';

export const learnRoutes: Routes = [];
