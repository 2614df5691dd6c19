import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import type { JoinResponse } from '@orderline/contract/call.ts';
import type { TokenResponse } from '@orderline/contract/token.ts';
import { decodeJwt } from 'jose';
import type { Kysely } from 'kysely';
import type { AppContext } from '../../server/app-context.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig, type Config } from '../../server/config.ts';
import { JobQueue } from '../../server/database/job-queue.ts';
import type { Database } from '../../server/database/schema.ts';
import { connectStore } from '../../server/store/connect-store.ts';
import type { FreshDatabase } from './database.ts';
import { MemoryRooms } from './memory-rooms.ts';

export const workerKey = 'a worker key for tests, long enough';

/** A configuration that reaches nothing but the database. */
export const testConfig = (databaseUrl: string): Config =>
  readConfig({
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: 'ws://127.0.0.1:9',
    LIVEKIT_API_KEY: 'devkey',
    LIVEKIT_API_SECRET: 'a LiveKit secret for tests, long enough',
    WORKER_KEY: workerKey,
    TOKEN_SECRET: 'a token secret for tests, long enough',
    ALLOWED_ORIGINS: 'https://shop.example',
    STORE_PROFILE: fileURLToPath(new URL('../../store.yaml', import.meta.url)),
    CALLS_PER_MINUTE_PER_IP: '1000',
    LOG_LEVEL: 'silent',
  });

export interface TestServer {
  readonly app: FastifyInstance;
  readonly rooms: MemoryRooms;
  readonly config: Config;
  readonly database: Kysely<Database>;
  readonly clock: () => Date;
}

export interface TestServerOptions {
  readonly clock?: () => Date;
  /** Shared by servers that are to stand before one LiveKit. */
  readonly rooms?: MemoryRooms;
  readonly config?: Partial<Config>;
}

/** The server before a database of its own, and rooms in memory; `app.close()` ends it. */
export async function testServer(
  { url, database }: FreshDatabase,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const { clock = () => new Date(), rooms = new MemoryRooms() } = options;
  const config = { ...testConfig(url), ...options.config };
  const app = await buildApp({ config, database, clock, rooms });
  return { app, rooms, config, database, clock };
}

/** What verbs are given, for tests that call them without HTTP. */
export function testContext({ url, database }: FreshDatabase, rooms: MemoryRooms): AppContext {
  const { log } = fastify({ logger: false });
  return {
    config: testConfig(url),
    clock: () => new Date(),
    database,
    profile: () => {
      throw new Error('This verb needs the store profile: use testServer');
    },
    rooms,
    store: connectStore({ storeApi: undefined }, database),
    signals: { on: () => () => undefined },
    jobs: new JobQueue({ database, databaseUrl: url, log }),
    log,
  };
}

export interface OpenedCall extends TokenResponse {
  readonly id: string;
  readonly identity: string;
}

/** A visitor opens a call over HTTP. */
export async function openTestCall(app: FastifyInstance): Promise<OpenedCall> {
  const tokens: TokenResponse = succeeded(await app.inject({ method: 'POST', url: '/api/token' })).json();
  const { video, sub } = decodeJwt<{ video: { room: string } }>(tokens.participant_token);
  return { ...tokens, id: video.room, identity: sub ?? '' };
}

/** A job joins a call over HTTP. */
export async function joinTestCall(app: FastifyInstance, room: string): Promise<JoinResponse> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/calls/join',
    headers: bearer(workerKey),
    payload: { room },
  });
  return succeeded(response).json();
}

/** A test that goes on with a refusal fails far from its cause. */
function succeeded(response: LightMyRequestResponse): LightMyRequestResponse {
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${response.body}`);
  return response;
}

export const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });
