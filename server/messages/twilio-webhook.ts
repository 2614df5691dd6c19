import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { problem } from '../http/problem-response.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { receiveText } from './receive-text.ts';
import { recordDeliveryReport } from './record-delivery-report.ts';
import { deliveryReport } from './twilio-outcome-rule.ts';
import { isSignedByTwilio } from './twilio-signature.ts';

const query = z.object({ message: z.optional(z.uuid()) });
const headers = z.object({ 'x-twilio-signature': z.optional(z.string()) });

/**
 * `POST /webhooks/twilio`: what customers text to our number (STOP, START, HELP), and what became of our own texts (with
 * `?message=`, as `send-message` asks for it). Signed by Twilio with the token of the account.
 */
export function twilioWebhook(app: FastifyZod, context: AppContext, hooks: DeliveryHooks): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/webhooks/twilio',
      {
        schema: {
          summary: 'Twilio reports on texts, and hands over those of customers',
          description: 'Signed by Twilio with the token of the account (`X-Twilio-Signature`), as a form.',
          tags: ['operation'],
          consumes: ['application/x-www-form-urlencoded'],
          querystring: query,
          headers,
          body: z.string(),
          response: { 200: z.string().check(z.describe('TwiML: the answer to a text')) },
          problems: ['unauthorized'],
        },
      },
      async (request, reply) => {
        const form = new URLSearchParams(request.body);
        const signature = request.headers['x-twilio-signature'] ?? '';
        refuseForged(context, { path: request.url, form, signature });
        const messageId = request.query.message;
        if (messageId !== undefined) {
          await recordDeliveryReport(context, hooks, { messageId, ...reportIn(form) });
          return reply.type('text/xml').send(twiml(undefined));
        }
        const answer = await receiveText(context, {
          from: form.get('From') ?? '',
          text: form.get('Body') ?? '',
          isAnswered: form.has('OptOutType'),
        });
        return reply.type('text/xml').send(twiml(answer));
      },
    );
    done();
  });
}

function refuseForged(
  { config }: AppContext,
  { path, form, signature }: { path: string; form: URLSearchParams; signature: string },
): void {
  const authToken = config.messaging.sms?.authToken;
  const url = new URL(path, config.publicUrl).href;
  if (authToken !== undefined && isSignedByTwilio(authToken, { url, form, signature })) return;
  throw problem('unauthorized', { detail: 'The signature is not the one of our account at Twilio' });
}

function reportIn(form: URLSearchParams) {
  const code = Number(form.get('ErrorCode') ?? '');
  const status = form.get('MessageStatus') ?? '';
  return { sid: form.get('MessageSid') ?? '', report: deliveryReport(status, code === 0 ? undefined : code) };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const twiml = (text: string | undefined) =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${text === undefined ? '' : `<Message>${escaped(text)}</Message>`}</Response>`;
