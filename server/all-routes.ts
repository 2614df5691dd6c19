import { alertDeskRoutes } from './alerts/alert-desk-routes.ts';
import type { AppContext } from './app-context.ts';
import { callRoutes } from './calls/call-routes.ts';
import { CommandStreams } from './calls/command-streams.ts';
import { transcriptDeskRoutes } from './calls/transcript-desk-routes.ts';
import { visitRoutes } from './calls/visit-routes.ts';
import { changeRoutes } from './changes/change-routes.ts';
import { decideRoutes } from './escalations/decide-routes.ts';
import { escalationDeskRoutes } from './escalations/escalation-desk-routes.ts';
import { escalationRoutes } from './escalations/escalation-routes.ts';
import { apiPage } from './http/api-page.ts';
import type { FastifyZod } from './http/fastify-zod.ts';
import { healthRoutes } from './http/health-routes.ts';
import { servePages } from './http/pages.ts';
import { callDeskRoutes } from './insights/call-desk-routes.ts';
import { statsDeskRoutes } from './insights/stats-desk-routes.ts';
import { investigationDeskRoutes } from './investigations/investigation-desk-routes.ts';
import { investigationRoutes } from './investigations/investigation-routes.ts';
import { deskDocumentRoutes } from './knowledge/desk-document-routes.ts';
import { knowledgeRoutes } from './knowledge/knowledge-routes.ts';
import { livekitWebhook } from './livekit/livekit-webhook.ts';
import type { DeliveryHooks } from './messages/delivery-hooks.ts';
import { deskMessageRoutes } from './messages/desk-message-routes.ts';
import { messageRoutes } from './messages/message-routes.ts';
import { twilioWebhook } from './messages/twilio-webhook.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { shippingAddressRoutes } from './orders/shipping-address-routes.ts';
import { eraseDeskRoutes } from './retention/erase-desk-routes.ts';
import { labelRoutes } from './returns/label-routes.ts';
import { returnDeskRoutes } from './returns/return-desk-routes.ts';
import { returnRoutes } from './returns/return-routes.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import { storeApiRoute } from './store/store-api-route.ts';
import { orderWebhookRoutes } from './webhooks/order-webhook-routes.ts';
import { webhookDeskRoutes } from './webhooks/webhook-desk-routes.ts';

export interface RouteParts {
  readonly streams: CommandStreams;
  readonly delivery: DeliveryHooks;
}

/** Everything that the server answers. */
export function allRoutes(app: FastifyZod, context: AppContext, { streams, delivery }: RouteParts): void {
  // What a call is made of, for its page and for its job.
  visitRoutes(app, context);
  callRoutes(app, context, streams);

  // What a job does for its caller.
  orderRoutes(app, context);
  shippingAddressRoutes(app, context);
  changeRoutes(app, context);
  returnRoutes(app, context);
  escalationRoutes(app, context);
  investigationRoutes(app, context);
  messageRoutes(app, context);
  knowledgeRoutes(app, context);

  // What the store's people do.
  staffRoutes(app, context);
  escalationDeskRoutes(app, context);
  investigationDeskRoutes(app, context);
  returnDeskRoutes(app, context);
  callDeskRoutes(app, context);
  transcriptDeskRoutes(app, context);
  deskMessageRoutes(app, context);
  webhookDeskRoutes(app, context);
  deskDocumentRoutes(app, context);
  statsDeskRoutes(app, context);
  alertDeskRoutes(app, context);
  eraseDeskRoutes(app, context);

  // What other systems tell us, and the links that were sent out.
  livekitWebhook(app, context);
  twilioWebhook(app, context, delivery);
  orderWebhookRoutes(app, context);
  labelRoutes(app, context);
  decideRoutes(app, context);

  // For those who run it, and for the store's developers.
  healthRoutes(app, context);
  apiPage(app);
  storeApiRoute(app);
  servePages(app, context.config);
}
