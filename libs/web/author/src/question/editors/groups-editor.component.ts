/** The room of groups and of what belongs in them. */
import { Component, computed, input, output } from '@angular/core';
import { SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type GroupsForm, newGroup, newThing } from '../forms/order-form';

@Component({
  selector: 'th-groups-editor',
  imports: [RowDirective, RowsComponent, SelectComponent],
  template: `
    <th-rows
      sortable
      numbered
      [rows]="form().groups"
      [make]="newGroup"
      [name]="groupName"
      [legend]="t('groups.groups')"
      [hint]="t('groups.groupsHint')"
      [add]="t('groups.addGroup')"
      [least]="2"
      [most]="8"
      (changed)="changed.emit({ groups: $event })"
    >
      <ng-template thRow [thRowOf]="form().groups" let-group let-at="at" let-set="set">
        <input
          #title
          class="th-input"
          autocomplete="off"
          maxlength="200"
          [attr.aria-label]="t('groups.groupOf', { number: at + 1 })"
          [placeholder]="t('groups.groupOf', { number: at + 1 })"
          [value]="group.title"
          (input)="set({ title: title.value })"
        />
      </ng-template>
    </th-rows>
    <th-rows
      numbered
      [rows]="form().things"
      [make]="newThing"
      [name]="thingName"
      [legend]="t('groups.things')"
      [add]="t('groups.addThing')"
      [least]="2"
      [most]="24"
      (changed)="changed.emit({ things: $event })"
    >
      <ng-template thRow [thRowOf]="form().things" let-thing let-at="at" let-set="set">
        <div class="side">
          <textarea
            #text
            class="th-input low"
            rows="1"
            maxlength="500"
            [attr.aria-label]="t('groups.thingOf', { number: at + 1 })"
            [placeholder]="t('groups.thingOf', { number: at + 1 })"
            [value]="thing.text"
            (input)="set({ text: text.value })"
          ></textarea>
          <th-select
            [label]="t('groups.belongsOf', { number: at + 1 })"
            [empty]="t('groups.belongs')"
            [options]="groups()"
            [value]="thing.groupId"
            (valueChange)="set({ groupId: $event })"
          />
        </div>
      </ng-template>
    </th-rows>
    <label class="th-check">
      <input
        #partial
        type="checkbox"
        [checked]="form().scoring === 'partial'"
        (change)="changed.emit({ scoring: partial.checked ? 'partial' : 'all_or_nothing' })"
      />
      <span>
        {{ t('question.partial') }}
        <small>{{ t('groups.partialHint') }}</small>
      </span>
    </label>
  `,
  styleUrl: './editor.scss',
})
export class GroupsEditorComponent {
  readonly form = input.required<GroupsForm>();
  readonly changed = output<Partial<GroupsForm>>();
  protected readonly t = injectText();
  protected readonly newGroup = newGroup;
  protected readonly newThing = newThing;
  protected readonly groupName = (at: number) => this.t('rows.group', { number: at + 1 });
  protected readonly thingName = (at: number) => this.t('rows.thing', { number: at + 1 });
  protected readonly groups = computed(() =>
    this.form().groups.map(({ id, title }, at) => ({
      value: id,
      label: title.trim() || this.t('groups.groupOf', { number: at + 1 }),
    })),
  );
}
