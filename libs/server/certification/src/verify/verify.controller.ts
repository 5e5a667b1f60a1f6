/** The endpoints of the public verification page; no robot may keep what they say. */
import { Controller, Header } from '@nestjs/common';
import {
  certificationEndpoints as endpoints,
  type InputOf,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { VerifyReader } from './verify.reader';

@Controller()
export class VerifyController {
  constructor(private readonly reader: VerifyReader) {}

  @Serves(endpoints.verify)
  @Header('x-robots-tag', 'noindex')
  @Header('cache-control', 'no-store')
  verify(
    @Input() { params }: InputOf<typeof endpoints.verify>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.verify>> {
    return this.reader.view(actor, params.code);
  }

  @Serves(endpoints.verifyDetails)
  @Header('x-robots-tag', 'noindex')
  @Header('cache-control', 'no-store')
  verifyDetails(
    @Input() { params, body }: InputOf<typeof endpoints.verifyDetails>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.verifyDetails>> {
    return this.reader.details(actor, params.code, body);
  }
}
