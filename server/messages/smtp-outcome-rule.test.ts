import { expect, test } from 'vitest';
import { smtpOutcome, type SmtpStage } from './smtp-outcome-rule.ts';

test.each<{ stage: SmtpStage; reply: string | undefined; isOfRecipient: boolean; outcome: string }>([
  { stage: 'connect', reply: undefined, isOfRecipient: false, outcome: 'not_sent' },
  { stage: 'login', reply: undefined, isOfRecipient: false, outcome: 'not_sent' },
  { stage: 'envelope', reply: undefined, isOfRecipient: false, outcome: 'not_sent' },
  { stage: 'content', reply: undefined, isOfRecipient: false, outcome: 'unsure' },
  { stage: 'connect', reply: '554 5.3.2 closed', isOfRecipient: false, outcome: 'not_sent' },
  { stage: 'login', reply: '535 5.7.8 wrong password', isOfRecipient: false, outcome: 'not_sent' },
  { stage: 'envelope', reply: '451 4.7.1 greylisted', isOfRecipient: true, outcome: 'not_sent' },
  { stage: 'envelope', reply: '550 no such user', isOfRecipient: true, outcome: 'no_such_recipient' },
  { stage: 'envelope', reply: '550 5.1.1 no such user', isOfRecipient: true, outcome: 'no_such_recipient' },
  { stage: 'envelope', reply: '550-5.1.1 no such user', isOfRecipient: true, outcome: 'no_such_recipient' },
  { stage: 'envelope', reply: '550 5.7.1 relaying denied', isOfRecipient: true, outcome: 'refused' },
  { stage: 'envelope', reply: '552 5.2.2 mailbox full', isOfRecipient: true, outcome: 'refused' },
  { stage: 'envelope', reply: '550 sender rejected', isOfRecipient: false, outcome: 'refused' },
  { stage: 'content', reply: '550 5.7.1 looks like spam', isOfRecipient: false, outcome: 'refused' },
  { stage: 'content', reply: '550 5.1.1 no such user', isOfRecipient: false, outcome: 'no_such_recipient' },
  { stage: 'content', reply: '421 4.3.2 shutting down', isOfRecipient: false, outcome: 'not_sent' },
])('at $stage the reply $reply (of a recipient: $isOfRecipient) is $outcome', ({ outcome, ...failure }) => {
  expect(smtpOutcome(failure).outcome).toBe(outcome);
});

test('names the code and not what the server said, which may name the recipient', () => {
  const failure = smtpOutcome({ stage: 'envelope', reply: '550 5.1.1 <grace@example.com>: no', isOfRecipient: true });
  expect(failure).toEqual({ outcome: 'no_such_recipient', reason: 'SMTP 550 5.1.1 at recipient' });
});
