import { expect, test } from 'vitest';
import { EnvironmentReader } from '../environment-reader.ts';
import { readWebhookConfig } from './webhook-config.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const crm = { CRM_WEBHOOK_URL: 'https://crm.example/hooks', CRM_WEBHOOK_SECRET: secret };

function read(environment: NodeJS.ProcessEnv) {
  const reader = new EnvironmentReader(environment);
  return { config: readWebhookConfig(reader), problems: reader.problems };
}

test('nothing is configured unless it is set', () => {
  expect(read({})).toEqual({
    config: { crmWebhook: undefined, orderWebhookSecret: undefined, alertWebhook: undefined, alertEmail: undefined },
    problems: [],
  });
});

test('an endpoint has its secret', () => {
  const endpoint = { url: crm.CRM_WEBHOOK_URL, secret, mayBeLoopback: false };
  expect(read(crm)).toMatchObject({ config: { crmWebhook: endpoint }, problems: [] });
});

test('this machine may be told, and without TLS, only where that is said', () => {
  const here = { ...crm, CRM_WEBHOOK_URL: 'http://localhost:4000/hooks' };
  expect(read(here).problems).toEqual([expect.stringContaining('CRM_WEBHOOK_URL is not a URL that starts with https')]);
  const allowed = read({ ...here, WEBHOOKS_TO_LOOPBACK: 'true' });
  expect(allowed).toMatchObject({ config: { crmWebhook: { mayBeLoopback: true } }, problems: [] });
});

test.each([
  ['an endpoint without its secret', { CRM_WEBHOOK_URL: crm.CRM_WEBHOOK_URL }, 'CRM_WEBHOOK_SECRET is missing'],
  ['a password in a URL', { ...crm, CRM_WEBHOOK_URL: 'https://me:secret@crm.example/' }, 'carries a password'],
  ['a secret without its prefix', { ...crm, CRM_WEBHOOK_SECRET: secret.slice(6) }, 'CRM_WEBHOOK_SECRET is not whsec_'],
  ['a secret that is too short', { ORDER_WEBHOOK_SECRET: 'whsec_aGk=' }, 'ORDER_WEBHOOK_SECRET is not whsec_'],
  ['an address that is none', { ALERT_EMAIL: 'owner' }, 'ALERT_EMAIL is not an e-mail address'],
])('refuses %s, and repeats nothing of it', (_what, environment, named) => {
  const { problems } = read(environment);
  expect(problems).toEqual([expect.stringContaining(named)]);
  expect(problems.join()).not.toMatch(/me:secret|aGk=/);
});
