/** The room where the parts of certification are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { ExportController } from './export/export.controller';
import { ExportEntity } from './export/export.entity';
import { ExportJob } from './export/export.job';
import { ExportReader } from './export/export.reader';
import { ExportService } from './export/export.service';
import { CertificateEntity } from './issue/certificate.entity';
import { IssuerProfileEntity } from './issue/issuer-profile.entity';
import { IssuerProfiles } from './issue/issuer-profiles.service';
import { OnCourseCompleted } from './issue/on-course-completed';
import { RegisterCounterEntity } from './issue/register-counter.entity';
import { CertificateController } from './register/certificate.controller';
import { CertificateReader } from './register/certificate.reader';
import { DownloadService } from './register/download.service';
import { RegisterReader } from './register/register.reader';
import { RenderJob } from './render/render.job';
import { StoredPapers } from './render/stored-papers';
import { VerifyController } from './verify/verify.controller';
import { VerifyReader } from './verify/verify.reader';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CertificateEntity,
      IssuerProfileEntity,
      RegisterCounterEntity,
      ExportEntity,
    ]),
    OrganisationModule,
  ],
  controllers: [CertificateController, ExportController, VerifyController],
  providers: [
    IssuerProfiles,
    OnCourseCompleted,
    RenderJob,
    StoredPapers,
    CertificateReader,
    RegisterReader,
    DownloadService,
    ExportReader,
    ExportService,
    ExportJob,
    VerifyReader,
  ],
  exports: [IssuerProfiles],
})
export class CertificationModule {}
