/** The room of the browser tab's title: "page · Tập Huấn". */
import { effect, inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { PageTitle } from '@tap-huan/web/ui';

/**
 * A route's `title` is the dotted key of a sentence, e.g. `learn.home.title`; it follows the language.
 * A page that knows better (a course's name) sets `inject(PageTitle).own.set('…')`.
 */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = inject(PageTitle);

  constructor() {
    super();
    effect(() => {
      const words = this.page.words();
      this.title.setTitle(words ? `${words} · Tập Huấn` : 'Tập Huấn');
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.arrive(this.buildTitle(snapshot) ?? null);
  }
}
