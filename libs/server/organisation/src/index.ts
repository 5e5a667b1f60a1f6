/** The room of units and of the officers in them. */
export { type NewOfficer, OfficerService } from './officer/officer.service';
export { type OfficerOfAccount, Officers, type OfficerSnapshot } from './officer/officers.reader';
export { OrganisationModule } from './organisation.module';
export { type NewUnit, UnitService } from './unit/unit.service';
export { type Issuer, Units } from './unit/units.reader';
