import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { decideLink } from './decide-link.ts';

const start = new Date('2026-03-05T17:00:00Z');
let now = start;
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(async () => {
  now = start;
  const tables = ['escalations', 'returns', 'messages', 'customer_notices', 'orders', 'variants'] as const;
  for (const table of tables) await database.database.deleteFrom(table).execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const late = 'ORD-10025';
const change = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };

/** A caller asks; returns the link as it stands in the e-mail, without its origin. */
async function mailedLink(request: object = { matter: 'late_return', request: 'I was <b>ill</b>', change }) {
  const call = await orderCall(server);
  await call.lookUp({ order_number: late, verification: { email: 'grace_kim@example.com' } });
  const { escalation_id } = (await call.post(`/api/orders/${late}/escalations`, request)).json<EscalationResponse>();
  const mail = await database.database
    .selectFrom('messages')
    .select('text')
    .where('kind', '=', 'staff_escalation')
    .executeTakeFirstOrThrow();
  const [url = ''] = /http\S+\/decide\/\S+/.exec(mail.text) ?? [];
  return { id: escalation_id, link: url.replace('http://localhost:3000', '') };
}

const open = (link: string) => server.app.inject(link);
const send = (link: string, form: Record<string, string>) =>
  server.app.inject({
    method: 'POST',
    url: link,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
const approval = { decision: 'approve', reason: 'She was ill', words: '' };
const state = async (id: string) =>
  database.database.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const returns = () => database.database.selectFrom('returns').selectAll().execute();

describe('the link of the e-mail', () => {
  test('shows what was asked and what approving would do, and decides nothing however often it is opened', async () => {
    const { id, link } = await mailedLink();
    const page = await open(link);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<h1>A return after the return window</h1>');
    expect(page.body).toContain('I was &lt;b&gt;ill&lt;/b&gt;');
    expect(page.body).toContain('<dt>Days past the window</dt><dd>3</dd>');
    expect(page.body).toContain('<dt>To be sent back by</dt><dd>Thursday, March 12</dd>');
    expect(page.body).toMatch(/<dt>Refund<\/dt><dd>\$\d+\.\d\d to Visa ending in 4242, once the items are back<\/dd>/);
    await open(link);
    expect(await state(id)).toMatchObject({ state: 'pending' });
  });

  test('is a page without script or inline style, neither cached nor handed on', async () => {
    const { link } = await mailedLink();
    const { headers, body } = await open(link);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(body).not.toMatch(/<script|<style|style=|onclick/);
    const styles = await open('/decide/page.css');
    expect(styles.headers['content-type']).toContain('text/css');
  });

  test('decides once the form is sent, and then says so', async () => {
    const { id, link } = await mailedLink();
    const sent = await send(link, approval);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, link]);
    expect(await returns()).toHaveLength(1);
    expect(await state(id)).toMatchObject({ state: 'approved', decided_via: 'link', decided_by: null });
    const page = await open(link);
    expect(page.body).toContain('Approved, Thursday, March 5 at 12 PM');
    expect(page.body).toMatch(/<dt>RMA<\/dt><dd>RMA-\d+<\/dd>/);
    expect(page.body).not.toContain('<form');
    const audited = await database.database
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(audited).toMatchObject({ staff_id: null, act: 'escalation.approved', detail: { via: 'link' } });
  });

  test('counts for one decision: what is sent later, or at the same moment, is told that it came too late', async () => {
    const { link } = await mailedLink();
    const sent = await Promise.all([send(link, approval), send(link, approval), send(link, approval)]);
    expect(sent.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409, 409]);
    const later = await send(link, { ...approval, decision: 'refuse' });
    expect(later.statusCode).toBe(409);
    expect(later.body).toContain('your answer did not count');
    expect(await returns()).toHaveLength(1);
  });

  test.each([
    [{ reason: 'x' }, 'Please choose whether you approve'],
    [{ decision: 'approve', reason: ' ' }, 'Please say why'],
    [{ decision: 'refuse', reason: 'x', words: 'y'.repeat(301) }, 'Please tell the customer less'],
    [{ decision: 'perhaps', reason: '<script>alert(1)</script>' }, '&lt;script&gt;alert(1)&lt;/script&gt;</textarea>'],
  ])('that is sent incomplete decides nothing, and keeps what was written (%#)', async (form, words) => {
    const { id, link } = await mailedLink();
    const page = await send(link, form);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain(words);
    expect(page.body).toContain('role="alert"');
    expect(await state(id)).toMatchObject({ state: 'pending' });
  });

  test('where the order no longer allows it says so, and can still refuse', async () => {
    const { id, link } = await mailedLink();
    const { database: db } = database;
    await db.updateTable('orders').set({ status: 'cancelled' }).where('order_number', '=', late).execute();
    const page = await open(link);
    expect(page.body).toContain('This is not possible as the order stands now');
    const sent = await send(link, approval);
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('Nothing was decided: the order has changed');
    expect(sent.body).toContain('She was ill</textarea>');
    expect(await state(id)).toMatchObject({ state: 'pending' });
    expect((await send(link, { ...approval, decision: 'refuse' })).statusCode).toBe(303);
  });

  test('without a change tells that the rest is to be done by people', async () => {
    const { link } = await mailedLink({ matter: 'other', request: 'Gift wrap it, please' });
    expect((await open(link)).body).toContain('nothing else happens by itself');
    expect((await send(link, approval)).statusCode).toBe(303);
    expect((await open(link)).body).toContain('The customer has been told.');
  });

  test('is not shown with the rest of its e-mail at the desk, where not all may decide', async () => {
    const { id } = await mailedLink();
    const qa = await signInTestStaff(server, 'qa');
    const outbox = (await qa.get('/api/desk/messages')).body;
    expect(outbox).toContain(`/decide/${id}`);
    expect(outbox).not.toContain('signature');
  });

  test('expires after a week', async () => {
    const { id, link } = await mailedLink();
    now = new Date(start.getTime() + 7 * 86_400_000 - 1000);
    expect((await open(link)).statusCode).toBe(200);
    now = new Date(start.getTime() + 7 * 86_400_000);
    expect((await open(link)).statusCode).toBe(410);
    expect((await send(link, approval)).statusCode).toBe(410);
    expect(await state(id)).toMatchObject({ state: 'pending' });
  });

  test('forged, tampered with or cut is not valid, whatever it names', async () => {
    const { id, link } = await mailedLink();
    const unknown = '7b0f8e4e-6f0e-4f3e-9d4c-0d1c8f6d2a11';
    const elsewhere = decideLink(
      { ...server.config, tokenSecret: 'another secret, which is long enough' },
      {
        id,
        askedAt: start,
      },
    );
    const links = [
      link.replace(/expires=\d+/, 'expires=4102444800'),
      link.replace(id, unknown),
      `${link}&id=${unknown}&expires=4102444800`,
      link.slice(0, -1),
      link.replace(/signature=.*/, 'signature='),
      `/decide/${id}`,
      '/decide/nothing?expires=1&signature=x',
      elsewhere.replace('http://localhost:3000', ''),
      decideLink(server.config, { id: unknown, askedAt: start }).replace('http://localhost:3000', ''),
    ];
    for (const forged of links) {
      expect([forged, (await open(forged)).statusCode]).toEqual([forged, 404]);
      expect([forged, (await send(forged, approval)).statusCode]).toEqual([forged, 404]);
    }
    expect(await state(id)).toMatchObject({ state: 'pending' });
  });

  test('takes a form alone: other bodies are refused and decide nothing', async () => {
    const { id, link } = await mailedLink();
    for (const type of ['application/json', 'text/xml', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type };
      const sent = await server.app.inject({ method: 'POST', url: link, headers, payload: JSON.stringify(approval) });
      expect(sent.statusCode).toBe(415);
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const api = { method: 'POST', url: '/api/desk/sign-in', headers, payload: 'a=b' } as const;
    expect((await server.app.inject(api)).statusCode).toBe(415);
    expect(await state(id)).toMatchObject({ state: 'pending' });
  });
});
