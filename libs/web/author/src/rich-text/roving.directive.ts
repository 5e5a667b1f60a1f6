/** The room of the toolbar's keys: one stop of Tab, arrows inside. */
import { Directive, ElementRef, inject } from '@angular/core';

const TOOLS = 'button:not(:disabled), select:not(:disabled)';

/** Left and Right (Home, End) move between the tools; Tab leaves the bar. Inputs in the bar keep their own keys. */
@Directive({
  selector: '[thRoving]',
  host: {
    role: 'toolbar',
    '(keydown)': 'move($event)',
    '(focusin)': 'settle($event)',
  },
})
export class RovingDirective {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected move(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target instanceof HTMLInputElement) return;
    const tools = this.tools();
    const at = tools.indexOf(target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    tools.at(to % tools.length)?.focus();
  }

  /** The tool that has the focus is the one that Tab comes back to. */
  protected settle(event: FocusEvent): void {
    const tools = this.tools();
    const at = tools.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    for (const [place, tool] of tools.entries()) tool.tabIndex = place === at ? 0 : -1;
  }

  private tools(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>(TOOLS)];
  }
}
