import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Config } from './config.ts';
import type { JobQueue } from './database/job-queue.ts';
import type { Database } from './database/schema.ts';
import type { Signals } from './database/signals.ts';
import type { Rooms } from './livekit/rooms.ts';
import type { StoreConnector } from './store/store-connector.ts';
import type { StoreProfile } from './store-profile/store-profile.ts';

/** What every verb may ask for: made once by `buildApp`, handed down, never global. */
export interface AppContext {
  readonly config: Config;
  readonly clock: () => Date;
  readonly database: Kysely<Database>;
  /** The store profile as it is now: it is reloaded when its file changes. */
  readonly profile: () => StoreProfile;
  readonly rooms: Rooms;
  /** Where the store keeps its orders. */
  readonly store: StoreConnector;
  /** Tells the other server processes, and hears from them. */
  readonly signals: Signals;
  /** What is done after its request, and does not get lost. */
  readonly jobs: JobQueue;
  readonly log: FastifyBaseLogger;
}
