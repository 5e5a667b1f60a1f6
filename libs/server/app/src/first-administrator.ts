/** The room where an academy that has nobody yet gets its first administrator. */
import { NestFactory } from '@nestjs/core';
import { Accounts } from '@tap-huan/server/identity';
import { UnitService } from '@tap-huan/server/organisation';
import { type Config, logLevels, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { AppModule } from './app.module';

const USERNAME = 'quantri';

/**
 * Where no account exists, makes a top unit and the account `quantri` with a temporary password that is told once.
 * Does nothing in an academy that has people.
 */
export async function ensureAdministrator(
  config: Config,
  tell: (line: string) => void,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: logLevels('error'),
    abortOnError: false,
  });
  try {
    if (await app.get(Sql).maybe(`select 1 from identity.account limit 1`)) return;
    const accounts = app.get(Accounts, { strict: false });
    const password = accounts.temporaryPassword();
    await app.get(Writer).write(SYSTEM, async (tx) => {
      const unitId = await app.get(UnitService, { strict: false }).create(tx, {
        code: 'GOC',
        name: config.academyName,
        kind: 'province',
        parentId: null,
      });
      const accountId = await accounts.create(tx, {
        username: USERNAME,
        fullName: 'Quản trị hệ thống',
        language: 'vi',
        temporaryPassword: password,
      });
      await accounts.setGrants(tx, accountId, [{ role: 'administrator', unitId }]);
    });
    tell(`First administrator: user name ${USERNAME}, temporary password ${password}`);
  } finally {
    await app.close();
  }
}
