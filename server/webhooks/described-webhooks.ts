import { alertEvent } from '@orderline/contract/alert.ts';
import { outgoingEvent } from '@orderline/contract/outgoing-event.ts';
import * as z from 'zod/mini';

const description =
  'Sent as Standard Webhooks has it: `webhook-id` (the same for every try), `webhook-timestamp` and `webhook-signature`. ' +
  'Answer with any 2xx; with 410 nothing more is sent; anything else is tried again, ever later, for about a day.';

/** What this server sends to others, for the OpenAPI document: one entry for each type of event. */
export function describedWebhooks(): Record<string, object> {
  const outcomes = outgoingEvent.def.options.map((event): Described => {
    const [type = ''] = event.def.shape.type.def.values;
    return [type, { post: operationOf(event, 'An outcome, told to CRM_WEBHOOK_URL') }];
  });
  const alert: Described = ['alert', { post: operationOf(alertEvent, 'An alert, told to ALERT_WEBHOOK_URL') }];
  return Object.fromEntries([...outcomes, alert]);
}

type Described = readonly [string, object];

function operationOf(event: z.ZodMiniType, summary: string): object {
  const schema = z.toJSONSchema(event);
  return {
    summary,
    description,
    tags: ['store'],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { '2XX': { description: 'Taken' }, '410': { description: 'Wants to be told nothing more' } },
  };
}
