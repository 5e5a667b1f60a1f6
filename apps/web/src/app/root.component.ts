/** The room that holds whatever page is shown, and the news at its foot. */
import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastOutletComponent } from '@tap-huan/web/ui';

@Component({
  selector: 'th-root',
  imports: [RouterOutlet, ToastOutletComponent],
  template: `<router-outlet /><th-toast-outlet />`,
})
export class RootComponent {}
