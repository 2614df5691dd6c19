import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { alertDeskRoutes } from './alerts/alert-desk-routes.ts';
import { runAlertJobs } from './alerts/run-alert-jobs.ts';
import type { AppContext } from './app-context.ts';
import { callRoutes } from './calls/call-routes.ts';
import { CommandStreams } from './calls/command-streams.ts';
import { KeepAgent } from './calls/keep-agent.ts';
import { transcriptDeskRoutes } from './calls/transcript-desk-routes.ts';
import { visitRoutes } from './calls/visit-routes.ts';
import { changeRoutes } from './changes/change-routes.ts';
import { finishChangesLater } from './changes/finish-change.ts';
import type { Config } from './config.ts';
import { JobQueue } from './database/job-queue.ts';
import type { Database } from './database/schema.ts';
import { PostgresSignals } from './database/signals.ts';
import { decideRoutes } from './escalations/decide-routes.ts';
import { escalationDeskRoutes } from './escalations/escalation-desk-routes.ts';
import { escalationRoutes } from './escalations/escalation-routes.ts';
import { apiPage } from './http/api-page.ts';
import { handleError, handleNotFound } from './http/error-handler.ts';
import { healthRoutes } from './http/health-routes.ts';
import { describeApi } from './http/openapi.ts';
import { checkOrigins } from './http/origin-check.ts';
import { servePages } from './http/pages.ts';
import { problem } from './http/problem-response.ts';
import { limitRates } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { secureHeaders } from './http/security-headers.ts';
import { deskDocumentRoutes } from './knowledge/desk-document-routes.ts';
import { statsDeskRoutes } from './insights/stats-desk-routes.ts';
import { investigationDeskRoutes } from './investigations/investigation-desk-routes.ts';
import { investigationRoutes } from './investigations/investigation-routes.ts';
import { knowledgeRoutes } from './knowledge/knowledge-routes.ts';
import { LiveKitRooms } from './livekit/livekit-rooms.ts';
import { livekitWebhook } from './livekit/livekit-webhook.ts';
import type { Rooms } from './livekit/rooms.ts';
import { sumUpCalls } from './messages/call-summary.ts';
import { deliverMessages } from './messages/deliver-message.ts';
import { deskMessageRoutes } from './messages/desk-message-routes.ts';
import { messageRoutes } from './messages/message-routes.ts';
import { tellOtherwise } from './messages/tell-otherwise.ts';
import { twilioWebhook } from './messages/twilio-webhook.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { shippingAddressRoutes } from './orders/shipping-address-routes.ts';
import { expireReturnsHourly } from './returns/expire-returns.ts';
import { labelRoutes } from './returns/label-routes.ts';
import { attachLabel } from './returns/make-label.ts';
import { returnDeskRoutes } from './returns/return-desk-routes.ts';
import { returnRoutes } from './returns/return-routes.ts';
import { eraseDeskRoutes } from './retention/erase-desk-routes.ts';
import { runRetention } from './retention/run-retention.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import { sendChangesLater } from './store/change-order.ts';
import { connectStore } from './store/connect-store.ts';
import { storeApiRoute } from './store/store-api-route.ts';
import { watchStoreProfile } from './store-profile/watch-store-profile.ts';
import { orderWebhookRoutes } from './webhooks/order-webhook-routes.ts';
import { runWebhookJobs } from './webhooks/run-webhook-jobs.ts';
import { webhookDeskRoutes } from './webhooks/webhook-desk-routes.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

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
  const delivery = { attachments: { return_label: attachLabel }, onBounce: tellOtherwise };
  deliverMessages(context, delivery);
  sumUpCalls(context);
  const webhookSender = new WebhookSender({ clock });

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
  healthRoutes(app, context);
  visitRoutes(app, context);
  callRoutes(app, context, streams);
  orderRoutes(app, context);
  shippingAddressRoutes(app, context);
  changeRoutes(app, context);
  escalationRoutes(app, context);
  investigationRoutes(app, context);
  messageRoutes(app, context);
  deskMessageRoutes(app, context);
  twilioWebhook(app, context, delivery);
  returnRoutes(app, context);
  returnDeskRoutes(app, context);
  labelRoutes(app, context);
  knowledgeRoutes(app, context);
  deskDocumentRoutes(app, context);
  staffRoutes(app, context);
  escalationDeskRoutes(app, context);
  transcriptDeskRoutes(app, context);
  investigationDeskRoutes(app, context);
  statsDeskRoutes(app, context);
  eraseDeskRoutes(app, context);
  webhookDeskRoutes(app, context);
  orderWebhookRoutes(app, context);
  alertDeskRoutes(app, context);
  livekitWebhook(app, context);
  decideRoutes(app, context);
  apiPage(app);
  storeApiRoute(app);
  servePages(app, config);

  finishChangesLater(context);
  sendChangesLater(context);
  runRetention(context);
  expireReturnsHourly(context);
  runWebhookJobs(context, webhookSender);
  runAlertJobs(context, webhookSender);

  app.addHook('onReady', (done) => {
    streams.start();
    signals.start();
    keepAgent.start();
    context.jobs.start();
    done();
  });
  app.addHook('preClose', (done) => {
    streams.stop();
    done();
  });
  app.addHook('onClose', async () => {
    profile.stop();
    await Promise.all([signals.stop(), keepAgent.stop(), context.jobs.stop()]);
  });
  return app;
}
