/** The room of units and of the officers in them. */
export { type NewOfficer, OfficerService } from './officer/officer.service';
export { PlannedChanges } from './officer/planned-changes';
export { type ListRow, readListFile } from './officer-import/list-file';
export { OfficerImports } from './officer-import/officer-import.service';
export { type OfficerOfAccount, Officers, type OfficerSnapshot } from './officer/officers.reader';
export { OrganisationModule } from './organisation.module';
export { DueReorganisations } from './reorganisation/due-reorganisations';
export { ReorganisationService } from './reorganisation/reorganisation.service';
export { type NewUnit, UnitService } from './unit/unit.service';
export { type Issuer, Units } from './unit/units.reader';
