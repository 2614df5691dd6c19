import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { connectDatabase } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { seedDemoOrders } from './orders/seed-demo-orders.ts';

/** One server process: configuration, database, socket; ended by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = connectDatabase(config.databaseUrl);
  await migrate(database);
  const app = await buildApp({ config, database });
  if (config.storeApi === undefined) await seedDemoOrders(database, new Date());
  await app.listen({ host: config.host, port: config.port });

  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    app.log.info({ signal }, 'stopping');
    void app
      .close()
      .then(() => database.destroy())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${whatToDo(error)}\n`);
  process.exit(1);
});

function whatToDo(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}
