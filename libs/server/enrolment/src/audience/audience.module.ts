/** The room where the parts of audiences are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AudienceController } from './audience.controller';
import { AudienceEntity } from './audience.entity';
import { AudienceReader } from './audience.reader';
import { AudienceService } from './audience.service';

@Module({
  imports: [TypeOrmModule.forFeature([AudienceEntity])],
  controllers: [AudienceController],
  providers: [AudienceReader, AudienceService],
  exports: [AudienceService],
})
export class AudienceModule {}
