/** The room where the platform's parts are put together, once for the whole process. */
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock';
import { CONFIG, type Config } from './config/config';
import { dataSourceOptions } from './database/data-source';
import { Sql } from './database/sql';
import { Writer } from './database/tx';
import { Access } from './http/access';
import { AccessGuard } from './http/access.guard';
import { PlatformController } from './http/platform.controller';
import { ProblemFilter } from './http/problem.filter';
import { Problems } from './http/problems';
import { StraightRoad } from './http/straight-road';
import { Mail, mailOf } from './mail/mail';
import { DeadJobs } from './outbox/dead-jobs';
import { EventProcessor } from './outbox/event-processor';
import { EventWorkerHost } from './outbox/event-worker';
import { Hearers } from './outbox/hearers';
import { PACE, type Pace, PACE_TOKEN } from './outbox/pace';
import { Relay } from './outbox/relay';
import { Storage } from './storage/storage';

const shared = [Clock, Sql, Writer, Storage, Hearers, EventProcessor, DeadJobs];

@Global()
@Module({})
export class PlatformModule {
  /** @param clock and @param pace replace the real ones in tests. */
  static with(config: Config, clock?: Clock, pace: Pace = PACE): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({ ...dataSourceOptions(config), autoLoadEntities: true }),
      ],
      controllers: [PlatformController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: PACE_TOKEN, useValue: pace },
        { provide: Mail, useFactory: () => mailOf(config) },
        ...shared,
        ...(clock ? [{ provide: Clock, useValue: clock }] : []),
        Relay,
        EventWorkerHost,
        Access,
        Problems,
        StraightRoad,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIG, Mail, ...shared, EventWorkerHost],
    };
  }
}
