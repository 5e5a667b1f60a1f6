/** The room of the layout: header, rail of places (bottom bar on a phone), content. */
import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Api, SessionStore } from '@tap-huan/web/api';
import { IconComponent, LogoComponent } from '@tap-huan/web/ui';
import { filter, map } from 'rxjs';
import { injectText } from '../i18n/text';
import { BellPage } from '../notice/bell.page';
import { AccountMenuComponent } from './account-menu.component';
import { grouped, homeOf, type Place, placeAt, PLACES, roleAt } from './places';

@Component({
  selector: 'th-shell',
  imports: [RouterOutlet, RouterLink, IconComponent, LogoComponent, AccountMenuComponent, BellPage],
  templateUrl: './shell.component.html',
  styleUrl: './shell.component.scss',
})
export class ShellComponent {
  private readonly router = inject(Router);
  protected readonly api = inject(Api);
  protected readonly store = inject(SessionStore);
  protected readonly t = injectText();

  protected readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** Places that a laptop's height shows one above the other; more than these stand in lines. */
  protected readonly most = 9;
  protected readonly places = computed<readonly Place[]>(() => {
    const role = this.store.role();
    return role ? PLACES[role] : [];
  });
  protected readonly groups = computed(() => grouped(this.places()));
  protected readonly here = computed(() => placeAt(this.places(), this.url()));
  protected readonly home = computed(() => homeOf(this.store.role()));
  /** A phone shows four; where there are more, the fourth is "More". */
  protected readonly few = computed(() => {
    const places = this.places();
    return places.length > 4 ? places.slice(0, 3) : places;
  });
  protected readonly rest = computed(() => this.places().slice(this.few().length));
  protected readonly restGroups = computed(() => grouped(this.rest()));
  protected readonly restIsHere = computed(() =>
    this.rest().some((place) => place === this.here()),
  );

  constructor() {
    effect(() => {
      const role = roleAt(this.store.roles(), this.store.role(), this.url());
      if (role && role !== this.store.role()) this.store.chooseRole(role);
    });
  }

  protected toContent(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
