import { initializeLogger } from '@livekit/agents';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';
import { seedKnowledge } from '../../server/knowledge/seed-knowledge.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { freshOrders } from '../support/late-return.ts';
import { testServer, type TestServer } from '../support/test-server.ts';
import { faultsIn } from './listen-for/listen-for.ts';
import { runCall } from './run-scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { scriptedCaller } from './scripted-caller.ts';
import { verdictOn } from './verdict.ts';

let database: FreshDatabase;
let server: TestServer;
let serverUrl: string;

beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  database = await freshDatabase();
  await seedKnowledge(database.database);
  server = await testServer(database);
  serverUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

test.each(scenarios)('the clerk: $name', async (scenario) => {
  await freshOrders(database, new Date());
  const chat = ({ profile }: { profile: ConstructorParameters<typeof ClerkLlm>[0]['profile'] }) =>
    new ClerkLlm({ profile });
  const made = await runCall({ server, serverUrl, chat, caller: scriptedCaller(scenario) });
  const { faults, scores } = await verdictOn(database.database, scenario, made);
  expect([...faults, ...faultsIn(scores)], made.lines.map(({ who, text }) => `${who}: ${text}`).join('\n')).toEqual([]);
});
