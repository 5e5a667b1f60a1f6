/** The room where units, officers and the administration of accounts are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@tap-huan/server/identity';
import { AccountAdminController } from './account-admin/account-admin.controller';
import { AccountAdminService } from './account-admin/account-admin.service';
import { AccountList } from './account-admin/account-list.reader';
import { HolidayController } from './holiday/holiday.controller';
import { HolidayService } from './holiday/holiday.service';
import { Holidays } from './holiday/holidays.reader';
import { CareerService } from './officer/career.service';
import { Officer } from './officer/officer.entity';
import { OfficerController } from './officer/officer.controller';
import { OfficerProfiles } from './officer/officer-profile.reader';
import { OfficerService } from './officer/officer.service';
import { Officers } from './officer/officers.reader';
import { PastPositions } from './officer/past-positions.service';
import { PlannedChanges } from './officer/planned-changes';
import { Position } from './officer/position.entity';
import { ActivationCodes } from './officer-import/activation-codes.service';
import { ImportAccountsReader } from './officer-import/import-accounts.reader';
import { Invitations } from './officer-import/invitations.service';
import { OfficerImportController } from './officer-import/officer-import.controller';
import { OfficerImportJob } from './officer-import/officer-import.job';
import { OfficerImportReader } from './officer-import/officer-import.reader';
import { OfficerImports } from './officer-import/officer-import.service';
import { OfficerTemplates } from './officer-import/officer-template.service';
import { WrongLines } from './officer-import/wrong-lines.service';
import { DueReorganisations } from './reorganisation/due-reorganisations';
import { ReorganisationController } from './reorganisation/reorganisation.controller';
import { Reorganisation } from './reorganisation/reorganisation.entity';
import { ReorganisationService } from './reorganisation/reorganisation.service';
import { Reorganisations } from './reorganisation/reorganisations.reader';
import { UnitController } from './unit/unit.controller';
import { Unit } from './unit/unit.entity';
import { UnitHistoryController } from './unit/unit-history.controller';
import { UnitHistories } from './unit/unit-history.reader';
import { UnitKind } from './unit/unit-kind.entity';
import { UnitLineage } from './unit/unit-lineage.entity';
import { UnitVersion } from './unit/unit-version.entity';
import { UnitService } from './unit/unit.service';
import { Units } from './unit/units.reader';

@Module({
  imports: [
    IdentityModule,
    TypeOrmModule.forFeature([
      Unit,
      UnitKind,
      UnitVersion,
      UnitLineage,
      Reorganisation,
      Officer,
      Position,
    ]),
  ],
  controllers: [
    UnitController,
    UnitHistoryController,
    ReorganisationController,
    HolidayController,
    OfficerController,
    OfficerImportController,
    AccountAdminController,
  ],
  providers: [
    Units,
    UnitHistories,
    UnitService,
    Reorganisations,
    ReorganisationService,
    DueReorganisations,
    Officers,
    OfficerProfiles,
    OfficerService,
    CareerService,
    PastPositions,
    PlannedChanges,
    Holidays,
    HolidayService,
    OfficerImportReader,
    ImportAccountsReader,
    Invitations,
    ActivationCodes,
    OfficerImports,
    OfficerImportJob,
    OfficerTemplates,
    WrongLines,
    AccountList,
    AccountAdminService,
  ],
  exports: [Units, UnitService, Officers, OfficerService],
})
export class OrganisationModule {}
