import { expect, test } from 'vitest';
import { deliveryReport, twilioOutcome, type TwilioAnswer } from './twilio-outcome-rule.ts';

test.each<[TwilioAnswer, string]>([
  [{ status: 201, sid: 'SM1' }, 'sent'],
  [{ status: 201 }, 'unsure'],
  [{ status: 500 }, 'unsure'],
  [{ status: 503 }, 'unsure'],
  [{ status: 429, code: 20429 }, 'not_sent'],
  [{ status: 401, code: 20003 }, 'not_sent'],
  [{ status: 400, code: 21610 }, 'stopped'],
  [{ status: 400, code: 21211 }, 'no_such_recipient'],
  [{ status: 400, code: 21614 }, 'no_such_recipient'],
  [{ status: 400, code: 21608 }, 'refused'],
  [{ status: 403 }, 'refused'],
])('%j is %s', (answer, outcome) => {
  expect(twilioOutcome(answer).outcome).toBe(outcome);
});

test('a 429 says when to come back', () => {
  expect(twilioOutcome({ status: 429, retryAfterSeconds: 17 })).toMatchObject({ retryAfterSeconds: 17 });
});

test.each([
  ['queued', undefined, undefined],
  ['sent', undefined, undefined],
  ['delivered', undefined, 'delivered'],
  ['undelivered', 30003, 'undelivered'],
  ['undelivered', 30006, 'no_such_recipient'],
  ['failed', 21610, 'stopped'],
  ['failed', undefined, 'undelivered'],
])('the status %s with the error %s reports %s', (status, code, report) => {
  expect(deliveryReport(status, code)?.report).toBe(report);
});
