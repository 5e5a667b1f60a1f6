/** The room of the "verify" pages: exports its routes only. */
import type { Routes } from '@angular/router';

export const verifyRoutes: Routes = [];
