/** The room where people are chosen who get a list: those chosen, and those found beside them. */
import { Component, computed, input, model, output } from '@angular/core';
import { LIST_RECIPIENTS_MAX, type ListRecipient } from '@tap-huan/contract';
import {
  CalloutComponent,
  IconComponent,
  SearchFieldComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { injectRecordText } from '../record/i18n/text';
import { withoutPerson, withPeople } from './schedule-draft';

@Component({
  selector: 'th-recipients',
  imports: [
    CalloutComponent,
    IconComponent,
    SearchFieldComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './recipients.component.html',
  styleUrl: './recipients.component.scss',
})
export class RecipientsComponent {
  readonly people = model.required<readonly ListRecipient[]>();
  /** Who was found; undefined while it is asked for. */
  readonly found = input.required<{ items: ListRecipient[]; total: number } | undefined>();
  /** In the words of the person; null where the last search went well. */
  readonly problem = input<string | null>(null);
  readonly search = model('');
  readonly retry = output();
  protected readonly t = injectRecordText();
  protected readonly most = LIST_RECIPIENTS_MAX;
  private readonly ids = computed(() => new Set(this.people().map(({ accountId }) => accountId)));
  protected readonly left = computed(
    () => this.found()?.items.filter(({ accountId }) => !this.ids().has(accountId)) ?? [],
  );

  protected isChosen({ accountId }: ListRecipient): boolean {
    return this.ids().has(accountId);
  }

  protected toggle(person: ListRecipient): void {
    this.people.update((people) =>
      this.isChosen(person)
        ? withoutPerson(people, person.accountId)
        : withPeople(people, [person]),
    );
  }

  protected addAll(): void {
    this.people.update((people) => withPeople(people, this.left()));
  }
}
