import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { allJobs } from './all-jobs.ts';
import { allRoutes } from './all-routes.ts';
import type { AppContext } from './app-context.ts';
import { CommandStreams } from './calls/command-streams.ts';
import { KeepAgent } from './calls/keep-agent.ts';
import type { Config } from './config.ts';
import { JobQueue } from './database/job-queue.ts';
import type { Database } from './database/schema.ts';
import { PostgresSignals } from './database/signals.ts';
import { handleError, handleNotFound } from './http/error-handler.ts';
import { describeApi } from './http/openapi.ts';
import { checkOrigins } from './http/origin-check.ts';
import { problem } from './http/problem-response.ts';
import { limitRates } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { secureHeaders } from './http/security-headers.ts';
import { KeepPhone } from './livekit/keep-phone.ts';
import { LiveKitRooms } from './livekit/livekit-rooms.ts';
import type { Rooms } from './livekit/rooms.ts';
import { tellOtherwise } from './messages/tell-otherwise.ts';
import { attachLabel } from './returns/make-label.ts';
import { connectStore } from './store/connect-store.ts';
import { watchStoreProfile } from './store-profile/watch-store-profile.ts';

const bodyLimitBytes = 64 * 1024;

export interface AppParts {
  readonly config: Config;
  readonly database: Kysely<Database>;
  readonly clock?: () => Date;
  /** LiveKit as the configuration names it, unless given. */
  readonly rooms?: Rooms;
}

/**
 * The whole server but its socket, ready to `listen` or to `inject`. It needs nothing running to be built: what needs
 * LiveKit or the database answers 503 while they are away. `close()` ends all but `database`, which is the caller's.
 * Throws when the store profile cannot be read.
 */
export async function buildApp({
  config,
  database,
  clock = () => new Date(),
  rooms,
}: AppParts): Promise<FastifyInstance> {
  // Without it zod/mini says only "Invalid input".
  z.config(z.locales.en());
  const app = fastify({
    ...requestLog(config.logLevel),
    bodyLimit: bodyLimitBytes,
    trustProxy: config.trustProxy,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    frameworkErrors: handleError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.removeContentTypeParser('text/plain');
  app.setNotFoundHandler(handleNotFound);

  const profile = await watchStoreProfile(config.storeProfilePath, {
    onProblem: (message) => app.log.error(message),
  });
  const signals = new PostgresSignals(config.databaseUrl);
  const context: AppContext = {
    config,
    clock,
    database,
    profile: profile.current,
    rooms: rooms ?? new LiveKitRooms(config.livekit),
    store: connectStore(config, database),
    signals,
    jobs: new JobQueue({ database, databaseUrl: config.databaseUrl, log: app.log }),
    log: app.log,
  };
  const streams = new CommandStreams(context);
  const keepAgent = new KeepAgent(context);
  const keepPhone = new KeepPhone(context);
  const delivery = { attachments: { return_label: attachLabel }, onBounce: tellOtherwise };

  secureHeaders(app, config);
  checkOrigins(app, config);
  await limitRates(app);
  await app.register(underPressure, {
    maxEventLoopDelay: 1500,
    pressureHandler: () => {
      throw problem('unavailable', { detail: 'Too busy: try again in a moment' });
    },
  });
  await describeApi(app, config);
  allRoutes(app, context, { streams, delivery });
  allJobs(context, { delivery });

  app.addHook('onReady', (done) => {
    streams.start();
    signals.start();
    keepAgent.start();
    keepPhone.start();
    context.jobs.start();
    done();
  });
  app.addHook('preClose', (done) => {
    streams.stop();
    done();
  });
  app.addHook('onClose', async () => {
    profile.stop();
    await Promise.all([signals.stop(), keepAgent.stop(), keepPhone.stop(), context.jobs.stop()]);
  });
  return app;
}
