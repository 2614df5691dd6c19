import { expect, test } from 'vitest';
import { describeModes } from './describe-modes.ts';

const keyless = {
  environment: {},
  hasPocketsphinx: true,
  livekit: 'livekit-server 1.13.5, cached',
  dataFolder: '/data',
};

test('names the built-in parts when there is no key', () => {
  expect(describeModes(keyless)).toEqual([
    'model     the built-in clerk (set OPENAI_API_KEY for gpt-4o)',
    'hearing   PocketSphinx',
    'speaking  flite, built in',
    'database  PostgreSQL 18, kept in /data',
    'media     livekit-server 1.13.5, cached',
    'messages  kept in the outbox; none leaves this machine',
    'staff     npm run staff -- add <name> makes an account for the desk',
  ]);
});

test('gives the command that brings ears', () => {
  const [, hearing] = describeModes({ ...keyless, hasPocketsphinx: false });
  expect(hearing).toContain('typing only; to speak: sudo apt-get install pocketsphinx pocketsphinx-en-us');
});

test('names the models of a key, and never the key', () => {
  const environment = { OPENAI_API_KEY: 'sk-secret', MODEL: 'gpt-5', DATABASE_URL: 'postgres://me:pw@db/x' };
  const modes = describeModes({ ...keyless, environment, livekit: undefined });
  expect(modes[0]).toContain("gpt-5 through OpenAI's API");
  expect(modes[4]).toBe('media     your LiveKit (LIVEKIT_URL)');
  expect(modes.join('\n')).not.toMatch(/secret|pw/);
});

test('tells a voice of its own from the model', () => {
  const modes = describeModes({ ...keyless, environment: { TTS_BASE_URL: 'http://127.0.0.1:1' } });
  expect(modes[0]).toContain('built-in clerk');
  expect(modes[1]).toBe('hearing   PocketSphinx');
  expect(modes[2]).toContain("OpenAI's API");
});

test.each([
  [{ TWILIO_ACCOUNT_SID: 'AC1', GMAIL_USER: 'me@gmail.example' }, 'SMS by Twilio, e-mail by Gmail'],
  [{ TWILIO_ACCOUNT_SID: 'AC1' }, 'SMS by Twilio, e-mail kept in the outbox'],
  [{ SMTP_URL: 'smtp://u:secret@x' }, 'SMS kept in the outbox, e-mail by SMTP'],
  [
    { SMTP_URL: 'smtp://x', SEND_ONLY_TO: 'me@gmail.example' },
    'SMS kept in the outbox, e-mail by SMTP; only to those of SEND_ONLY_TO',
  ],
])('says by what messages leave: %o', (environment, mode) => {
  expect(describeModes({ ...keyless, environment })).toContain(`messages  ${mode}`);
});
