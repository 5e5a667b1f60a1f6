/** The room of endpoints about the running system. */
import { Controller, Inject } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { CONFIG, type Config } from '../config/config';
import { Sql } from '../database/sql';
import { DeadJobs } from '../outbox/dead-jobs';
import { VERSION } from '../version';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { openApi } from './openapi';
import { Input, Serves } from './serves';

@Controller()
export class PlatformController {
  private description: Record<string, unknown> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly deadJobs: DeadJobs,
  ) {}

  @Serves(endpoints.readHealth)
  async health(): Promise<OutputOf<typeof endpoints.readHealth>> {
    await this.sql.one(`select 1`);
    await this.deadJobs.isReady();
    return { status: 'ok', version: VERSION };
  }

  @Serves(endpoints.readOpenApi)
  describe(): Record<string, unknown> {
    this.description ??= openApi(VERSION);
    return this.description;
  }

  @Serves(endpoints.readAbout)
  about(): OutputOf<typeof endpoints.readAbout> {
    return {
      academy: this.config.academyName,
      demo: this.config.demo,
      demoAccounts: this.config.demo ? [...DEMO_ACCOUNTS] : [],
    };
  }

  @Serves(endpoints.listDeadJobs)
  async listDeadJobs(): Promise<OutputOf<typeof endpoints.listDeadJobs>> {
    return { items: await this.deadJobs.list() };
  }

  @Serves(endpoints.retryJob)
  async retryJob(
    @Input() input: InputOf<typeof endpoints.retryJob>,
  ): Promise<OutputOf<typeof endpoints.retryJob>> {
    await this.deadJobs.retry(input.params.jobId);
    return { ok: true };
  }
}
