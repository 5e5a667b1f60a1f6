/** The list of the server's modules; API and worker run the same ones. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentModule } from '@tap-huan/server/assessment';
import { CertificationModule } from '@tap-huan/server/certification';
import { EnrolmentModule } from '@tap-huan/server/enrolment';
import { IdentityModule } from '@tap-huan/server/identity';
import { LearningModule } from '@tap-huan/server/learning';
import { NotificationModule } from '@tap-huan/server/notification';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Clock, type Config, PlatformModule } from '@tap-huan/server/platform';
import { ReportingModule } from '@tap-huan/server/reporting';

/** Every domain, the lower ones first. */
export const DOMAINS = [
  IdentityModule,
  AssessmentModule,
  OrganisationModule,
  LearningModule,
  EnrolmentModule,
  CertificationModule,
  ReportingModule,
  NotificationModule,
];

@Module({})
export class AppModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, clock), ...DOMAINS] };
  }
}
