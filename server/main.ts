import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { connectDatabase } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { seedKnowledge } from './knowledge/seed-knowledge.ts';
import { seedDemoOrders } from './orders/seed-demo-orders.ts';
import { startFailure } from './start-failure.ts';
import { loadStoreProfile } from './store-profile/load-store-profile.ts';

/** The demo catalogue is dated relative to today: a server that is up overnight moves its dates too. */
const demoOrdersMoveMs = 60 * 60 * 1000;

/** One server process: configuration, database, socket; ended by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { time_zone: timeZone } = await loadStoreProfile(config.storeProfilePath);
  const database = connectDatabase(config.databaseUrl);
  await migrate(database);
  await seedKnowledge(database);
  const moveDemoOrders = () => seedDemoOrders(database, { now: new Date(), timeZone });
  if (config.storeApi === undefined) await moveDemoOrders();
  const app = await buildApp({ config, database });
  await app.listen({ host: config.host, port: config.port });

  const moving = setInterval(() => {
    if (config.storeApi !== undefined) return;
    moveDemoOrders().catch((error: unknown) => app.log.warn({ err: error }, 'demo orders not moved to today'));
  }, demoOrdersMoveMs);

  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    clearInterval(moving);
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
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
