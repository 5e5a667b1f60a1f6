/** The room of units and audiences: how many, how well, and how many of them passed. */
import { Component, computed, inject } from '@angular/core';
import type { FilterAddress } from '../quiz/filter-address';
import { injectText } from '../i18n/text';
import { SectionComponent } from '@tap-huan/web/ui';
import { AnalysisDesk } from '../quiz/analysis-desk';
import { type Group, GroupTableComponent } from './group-table.component';

@Component({
  selector: 'th-analysis-groups-page',
  imports: [GroupTableComponent, SectionComponent],
  template: `
    <th-section [heading]="t('groups.units')" [hint]="t('groups.unitsHint')">
      <th-group-table
        [caption]="t('groups.units')"
        [name]="t('groups.unit')"
        [groups]="units()"
        (look)="look($event)"
      />
    </th-section>
    <th-section [heading]="t('groups.audiences')" [hint]="t('groups.audiencesHint')">
      <th-group-table
        [caption]="t('groups.audiences')"
        [name]="t('groups.position')"
        [groups]="audiences()"
        (look)="look($event)"
      />
    </th-section>
  `,
})
export class GroupsPage {
  protected readonly desk = inject(AnalysisDesk);
  protected readonly t = injectText();

  protected readonly units = computed(() =>
    (this.desk.analysis()?.units ?? []).map(({ unitId, unitName, ...numbers }): Group => ({
      ...{ id: unitId ?? '', name: unitName ?? this.t('groups.unknown'), ...numbers },
      filter: unitId === null ? null : { unitId },
    })),
  );
  protected readonly audiences = computed(() =>
    (this.desk.analysis()?.audiences ?? []).map(({ jobPosition, ...numbers }): Group => ({
      ...{ id: jobPosition ?? '', name: jobPosition ?? this.t('groups.unknown'), ...numbers },
      filter: jobPosition === null ? null : { viTri: jobPosition },
    })),
  );

  protected look(filter: Partial<FilterAddress>): void {
    this.desk.address.set(filter);
  }
}
