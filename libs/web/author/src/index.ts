/** The room of the "author" pages: exports its routes only. */
import type { Routes } from '@angular/router';

export const authorRoutes: Routes = [];
