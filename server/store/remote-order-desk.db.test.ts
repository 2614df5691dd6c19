import type { AcceptResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { deliveredFacts, number, openRemoteDesk, type RemoteDesk } from '../../test/support/remote-desk.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';

let desk: RemoteDesk;
let staff: SignedInTestStaff;

beforeAll(async () => {
  desk = await openRemoteDesk();
  staff = await signInTestStaff(desk.server);
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

async function done(request: object): Promise<AcceptResponse> {
  const answered = await change(await desk.call(), number, request);
  expect(answered.json(), answered.body).toMatchObject({ outcome: 'done' });
  return answered.json();
}

const book = () => desk.store.bookOf(number);
const available = (sku: string) => desk.store.variants.find((of) => of.sku === sku)?.available;
const told = async () => (await desk.told()).map((key) => key.split(' ')[1]);
const receive = (rma: string | undefined) =>
  staff.post(`/api/desk/returns/${rma ?? ''}/receive`, { lines: [{ line: 1, quantity: 1, condition: 'good' }] });

async function withdraw(rma: string | undefined): Promise<void> {
  const withdrawn = await (await desk.call()).post(`/api/orders/${number}/returns/${rma ?? ''}/cancel`, {});
  expect(withdrawn.statusCode, withdrawn.body).toBe(200);
}

const oneTee = { lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
const teeToL = { ...oneTee, kind: 'exchange', lines: [{ line: 1, quantity: 1, variant: { size: 'L' } }] };
const newHome = { street: '9 Elm St', city: 'Dallas', state: 'TX', zip: '75201', country: 'US' };

describe('of an order that the store keeps itself', () => {
  test('a line is cancelled, then the rest of it, and all is paid back once', async () => {
    expect((await done({ kind: 'cancellation', lines: [{ line: 1, quantity: 1 }] })).say).toContain('$27.26');
    expect(book().lines.get(1)).toMatchObject({ cancelled: 1, refunded: 1 });
    await done({ kind: 'cancellation' });
    expect(book().refundedCents).toBe(10_497);
    expect(desk.store.orders.get(number)).toMatchObject({ status: 'cancelled', revision: '3' });
    expect(await told()).toEqual(['cancellation_confirmed', 'cancellation_confirmed']);
  });

  test('the address is changed, and told as the store then has it', async () => {
    const call = await desk.call();
    expect((await change(call, number, { kind: 'address_change', address: newHome })).json()).toMatchObject({
      outcome: 'done',
    });
    expect((await call.get(`/api/orders/${number}/shipping-address`)).json()).toMatchObject({
      address: '9 Elm St, Dallas, TX 75201',
    });
    expect(await told()).toEqual(['address_changed']);
  });

  test('a return is expected, and paid back when it came', async () => {
    desk.tell(deliveredFacts);
    const { rma } = await done({ kind: 'return', ...oneTee });
    expect(book().lines.get(1)).toMatchObject({ returnRequested: 1, returned: 0, refunded: 0 });
    expect((await receive(rma)).statusCode).toBe(200);
    await desk.eventually('tell-store', () => expect(desk.store.changes).toHaveLength(2));
    expect(book().lines.get(1)).toMatchObject({ returnRequested: 0, returned: 1, refunded: 1 });
    expect(book().refundedCents).toBe(2726);
  });

  test('a return that is withdrawn is expected no longer', async () => {
    desk.tell(deliveredFacts);
    const { rma } = await done({ kind: 'return', ...oneTee });
    await withdraw(rma);
    await desk.eventually('tell-store', () => expect(book().lines.get(1)).toMatchObject({ returnRequested: 0 }));
    expect((await done({ kind: 'return', ...oneTee })).rma).not.toBe(rma);
  });

  test('an exchange keeps its new item, which is sent when the old one came', async () => {
    desk.tell(deliveredFacts);
    const { rma } = await done(teeToL);
    expect(available('TEE-NVY-L')).toBe(0);
    expect(book().reserved.get('TEE-NVY-L')).toBe(1);
    expect((await receive(rma)).statusCode).toBe(200);
    await desk.eventually('tell-store', () => expect(book().sent).toEqual([{ sku: 'TEE-NVY-L', quantity: 1 }]));
    expect(book().reserved.get('TEE-NVY-L')).toBe(0);
    expect(book().refundedCents).toBe(0);
  });

  test('an exchange that is withdrawn puts its item back on sale', async () => {
    desk.tell(deliveredFacts);
    const { rma } = await done(teeToL);
    await withdraw(rma);
    await desk.eventually('tell-store', () => expect(available('TEE-NVY-L')).toBe(1));
    expect(book().reserved.get('TEE-NVY-L')).toBe(0);
  });

  test.each([
    ['replaced', 'replacement', { sent: [{ sku: 'TEE-NVY-M', quantity: 1 }], refundedCents: 0 }],
    ['paid back', 'refund', { sent: [], refundedCents: 2863 }],
  ])('what came damaged is %s at once, and never twice', async (_how, wish, settled) => {
    desk.tell(deliveredFacts);
    const request = { kind: 'claim', lines: [{ line: 1, quantity: 1 }], problem: 'damaged', wish };
    await done(request);
    expect(book()).toMatchObject(settled);
    expect(book().lines.get(1)).toMatchObject({ claimed: 1 });
    expect(await told()).toEqual(['claim_settled']);
  });

  test('what came back is sent again, to where the customer is now', async () => {
    const parcels = [{ carrier: 'UPS', tracking_number: '1Z1', status: 'returned_to_sender' as const }];
    desk.tell({ status: 'returned_to_sender', shipped_at: '2026-03-02', parcels });
    await done({ kind: 'reship', address: newHome });
    expect(book()).toMatchObject({
      address: '9 Elm St, Dallas, TX 75201',
      sent: [
        { sku: 'TEE-NVY-M', quantity: 2 },
        { sku: 'JOG-BLK-L', quantity: 1 },
      ],
    });
    expect(available('TEE-NVY-M')).toBe(3);
    const again = await change(await desk.call(), number, { kind: 'reship' });
    expect(again.json()).toMatchObject({ status: 422, reason: 'nothing_to_change' });
  });

  test('its sizes and what is left of them are told', async () => {
    desk.tell(deliveredFacts);
    const options = await (await desk.call()).get(`/api/orders/${number}/lines/1/exchange-options`);
    expect(options.statusCode, options.body).toBe(200);
    expect(options.body).toContain('TEE-NVY-L');
  });
});
