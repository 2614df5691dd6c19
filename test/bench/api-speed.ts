import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { buildApp } from '../../server/app.ts';
import { connectDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { MemoryRooms } from '../support/memory-rooms.ts';
import { testConfig } from '../support/test-server.ts';
import { fillOrders } from './api/fill-orders.ts';
import { prepareAcceptances, prepareLookups, type BenchRequest } from './api/prepare-calls.ts';
import { recordSql, type Statement } from './api/recorded-sql.ts';
import type { UnderTest } from './api/server-under-test.ts';

const rounds = 5;
const perRound = 600;
const connections = 8;
const ratePerSecond = 200;
const perRecording = 8;
const [few, many] = [1000, 1_000_000];

interface Latency {
  readonly p50: number;
  readonly p99: number;
}

const children: ChildProcess[] = [];

async function measure(): Promise<void> {
  const small = await lookupLatency(few);
  await compareWithPlain();
  const large = await lookupLatency(many);
  say(`ratio of the medians ${(large.p50 / small.p50).toFixed(2)}, of p99 ${(large.p99 / small.p99).toFixed(2)}`);
}

async function compareWithPlain(): Promise<void> {
  const { url, secret } = await newDatabase('bench');
  const database = connectDatabase(url);
  await fillOrders(url, 4 * (rounds + 1) * perRound + 2 * perRecording);

  let from = 0;
  const next = (count: number) => {
    const preparing = { database, secret, from, count };
    from += count;
    return preparing;
  };
  const lookup = await recorded(url, await prepareLookups(next(perRecording)));
  const accept = await recorded(url, await prepareAcceptances(next(perRecording)));
  const ours = await serve({ serve: 'orderline', databaseUrl: url });
  const plain = await serve({ serve: 'plain', databaseUrl: url, recorded: { lookup, accept } });

  say(`lookup: ${lookup.statements.length} statements, accept: ${accept.statements.length}`);
  for (const [name, prepare] of [
    ['lookup', prepareLookups],
    ['accept', prepareAcceptances],
  ] as const) {
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const mine = await perSecond(ours, (await prepare(next(perRound))).map(asked));
      const theirs = await perSecond(
        plain,
        (await prepare(next(perRound))).map((request) => replayed(name, request)),
      );
      // The first round warms both up.
      if (round > 0) ratios.push(mine / theirs);
      say(`  ${name}: ${mine.toFixed(0)}/s, plain ${theirs.toFixed(0)}/s, ratio ${(mine / theirs).toFixed(2)}`);
    }
    say(`${name} against plain fastify + pg: ${median(ratios).toFixed(2)} (median of ${rounds})`);
  }
  await database.destroy();
}

/** At a rate, of orders from all over a database of so many. */
async function lookupLatency(orders: number): Promise<Latency> {
  const { url, secret } = await newDatabase(`bench_${orders}`);
  say(`filling ${orders} orders …`);
  await fillOrders(url, orders);
  const database = connectDatabase(url);
  const batches: BenchRequest[][] = [];
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    batches.push(await prepareLookups({ database, secret, from: (orders - few) * share, count: few }));
  }
  const [warming = [], ...counted] = batches;
  const server = await serve({ serve: 'orderline', databaseUrl: url });
  await perSecond(server, warming.map(asked));
  const latency = await latencyAt(server, counted.flat());
  say(`lookup at ${ratePerSecond}/s: p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`);
  await database.destroy();
  return latency;
}

/** The statements of one of several like requests: of that with the fewest, as sweeps send some of their own between. */
async function recorded(url: string, requests: readonly BenchRequest[]) {
  const database = connectDatabase(url);
  const app = await buildApp({ config: testConfig(url), database, rooms: new MemoryRooms() });
  const all: { statements: Statement[]; names: string[]; answer: object }[] = [];
  for (const { path, token, body, names } of requests) {
    let answer: object = {};
    const statements = await recordSql(async () => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await app.inject({ method: 'POST', url: path, headers, payload: body });
      if (response.statusCode !== 200) throw new Error(`${path} answered ${response.body}`);
      answer = response.json();
    });
    all.push({ statements, names: [...names], answer });
  }
  await app.close();
  await database.destroy();
  const [fewest] = all.sort((one, other) => one.statements.length - other.statements.length);
  if (fewest === undefined) throw new Error('There is nothing to record');
  return fewest;
}

const asked = ({ path, token, body }: BenchRequest): autocannon.Request => ({
  method: 'POST',
  path,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const replayed = (name: string, { names }: BenchRequest): autocannon.Request => ({
  method: 'POST',
  path: `/${name}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ names }),
});

/** Each of the requests once, from several connections; counted up to the last answer. */
async function perSecond(url: string, requests: autocannon.Request[]): Promise<number> {
  const amount = requests.length;
  const startedAt = performance.now();
  let answeredAt = startedAt;
  const running = autocannon({
    url,
    connections,
    amount,
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...requests.pop() }),
        onResponse: () => (answeredAt = performance.now()),
      },
    ],
  });
  refuseErrors(await running);
  return (amount * 1000) / (answeredAt - startedAt);
}

/** Of requests that come as callers do: at random, whether or not the earlier ones were answered. In milliseconds. */
async function latencyAt(url: string, requests: BenchRequest[]): Promise<Latency> {
  // Lighter than fetch, whose garbage would stop the clock for as long as what is measured takes.
  const agent = new Agent({ keepAlive: true });
  const timed = async ({ path, token, body }: BenchRequest, dueAt: number): Promise<number> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = request(new URL(path, url), { agent, method: 'POST', headers }).end(JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
    return performance.now() - dueAt;
  };
  const running: Promise<number>[] = [];
  let dueAt = performance.now();
  for (const each of requests) {
    dueAt -= (Math.log(1 - Math.random()) * 1000) / ratePerSecond;
    await delay(Math.max(0, dueAt - performance.now()));
    running.push(timed(each, dueAt));
  }
  const latencies = await Promise.all(running);
  agent.destroy();
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

function refuseErrors({ non2xx, errors, timeouts }: autocannon.Result): void {
  if (non2xx + errors + timeouts > 0) throw new Error(`${non2xx} answers were not 2xx, ${errors + timeouts} failed`);
}

async function serve(underTest: UnderTest): Promise<string> {
  const child = fork(fileURLToPath(new URL('api/server-under-test.ts', import.meta.url)), {
    serialization: 'advanced',
  });
  children.push(child);
  child.send(underTest);
  const [url] = (await once(child, 'message')) as [string];
  return url;
}

async function newDatabase(name: string): Promise<{ url: string; secret: string }> {
  const client = new Client({ connectionString: stack.urls.database });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(`/${name}`, stack.urls.database).href;
  const database = connectDatabase(url);
  await migrate(database);
  await database.destroy();
  return { url, secret: testConfig(url).tokenSecret };
}

const median = (values: readonly number[]) => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const stack = await startStack({ parts: ['database'], environment: bareEnvironment() });
try {
  await measure();
} finally {
  for (const child of children) child.disconnect();
  await stack.stop();
}
