/** The room that knows every hearer of every event. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { EventName } from '@tap-huan/contract';
import { type EventHandler, HEARING, type Hearing, type SlowHandler } from './hears';

export interface Hearer extends Hearing {
  instance: Partial<EventHandler<EventName>> & Partial<SlowHandler<EventName>>;
}

@Injectable()
export class Hearers implements OnModuleInit {
  private readonly byName = new Map<string, Hearer>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || typeof metatype !== 'function') continue;
      const hearing = this.reflector.get<Hearing | undefined>(HEARING, metatype);
      if (!hearing) continue;
      if (this.byName.has(hearing.handler)) {
        throw new Error(`Two hearers are called ${hearing.handler}.`);
      }
      this.byName.set(hearing.handler, { ...hearing, instance: instance as Hearer['instance'] });
    }
  }

  all(): Hearer[] {
    return [...this.byName.values()];
  }
  named(handler: string): Hearer | undefined {
    return this.byName.get(handler);
  }
}
