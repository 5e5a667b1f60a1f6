/** The room where units, officers and the administration of accounts are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@tap-huan/server/identity';
import { AccountAdminController } from './account-admin/account-admin.controller';
import { AccountAdminService } from './account-admin/account-admin.service';
import { AccountList } from './account-admin/account-list.reader';
import { Officer } from './officer/officer.entity';
import { OfficerController } from './officer/officer.controller';
import { OfficerService } from './officer/officer.service';
import { Officers } from './officer/officers.reader';
import { Position } from './officer/position.entity';
import { UnitController } from './unit/unit.controller';
import { Unit } from './unit/unit.entity';
import { UnitService } from './unit/unit.service';
import { Units } from './unit/units.reader';

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([Unit, Officer, Position])],
  controllers: [UnitController, OfficerController, AccountAdminController],
  providers: [Units, UnitService, Officers, OfficerService, AccountList, AccountAdminService],
  exports: [Units, UnitService, Officers, OfficerService],
})
export class OrganisationModule {}
