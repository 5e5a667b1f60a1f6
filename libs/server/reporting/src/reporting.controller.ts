/** The endpoints of the reports. */
import { Controller } from '@nestjs/common';
import { type InputOf, type OutputOf, reportingEndpoints as endpoints } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CoverageReader } from './coverage.reader';
import { OverviewReader } from './overview.reader';

@Controller()
export class ReportingController {
  constructor(
    private readonly coverage: CoverageReader,
    private readonly overview: OverviewReader,
  ) {}

  @Serves(endpoints.readCoverage)
  readCoverage(
    @Input() { query }: InputOf<typeof endpoints.readCoverage>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readCoverage>> {
    return this.coverage.coverage(actor, query.courseId ?? null);
  }

  @Serves(endpoints.readOverview)
  readOverview(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.readOverview>> {
    return this.overview.overview(actor);
  }
}
