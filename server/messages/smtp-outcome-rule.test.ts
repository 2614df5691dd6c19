import { expect, test } from 'vitest';
import { smtpOutcome, type SmtpStage } from './smtp-outcome-rule.ts';

test.each<[SmtpStage, string | undefined, boolean, string]>([
  ['connect', undefined, false, 'not_sent'],
  ['login', undefined, false, 'not_sent'],
  ['envelope', undefined, false, 'not_sent'],
  ['content', undefined, false, 'unsure'],
  ['connect', '554 5.3.2 closed', false, 'not_sent'],
  ['login', '535 5.7.8 wrong password', false, 'not_sent'],
  ['envelope', '451 4.7.1 greylisted', true, 'not_sent'],
  ['envelope', '550 no such user', true, 'no_such_recipient'],
  ['envelope', '550 5.1.1 no such user', true, 'no_such_recipient'],
  ['envelope', '550-5.1.1 no such user', true, 'no_such_recipient'],
  ['envelope', '550 5.7.1 relaying denied', true, 'refused'],
  ['envelope', '552 5.2.2 mailbox full', true, 'refused'],
  ['envelope', '550 sender rejected', false, 'refused'],
  ['content', '550 5.7.1 looks like spam', false, 'refused'],
  ['content', '550 5.1.1 no such user', false, 'no_such_recipient'],
  ['content', '421 4.3.2 shutting down', false, 'not_sent'],
])('at %s the reply %j (of a recipient: %s) is %s', (stage, reply, isOfRecipient, outcome) => {
  expect(smtpOutcome({ stage, reply, isOfRecipient }).outcome).toBe(outcome);
});

test('names the code and not what the server said, which may name the recipient', () => {
  const failure = smtpOutcome({ stage: 'envelope', reply: '550 5.1.1 <grace@example.com>: no', isOfRecipient: true });
  expect(failure).toEqual({ outcome: 'no_such_recipient', reason: 'SMTP 550 5.1.1 at recipient' });
});
