import { readFileSync } from 'node:fs';
import { lookupRequest, orderStatus } from '@orderline/contract/order.ts';
import { storeOrder } from '@orderline/contract/store-api.ts';
import { effect, storeChange } from '@orderline/contract/store-change.ts';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../../docs/store-api.md', import.meta.url), 'utf8');
const [lookup, change] = [...page.matchAll(/-d '(\{.*?\})'\n/gs)].map(([, body = '']) => JSON.parse(body) as unknown);
const [order] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, body = '']) => JSON.parse(body) as unknown);

test('what a developer copies from the page is what we send and take', () => {
  expect(lookupRequest.safeParse(lookup)).toEqual({ success: true, data: lookup });
  expect(storeOrder.safeParse(order)).toEqual({ success: true, data: order });
  expect(storeChange.safeParse(change)).toEqual({ success: true, data: change });
});

test('every status and every effect is on it', () => {
  const effects = effect.def.options.flatMap((option) => [...option.def.shape.effect.def.values]);
  for (const name of [...effects, ...orderStatus.options]) expect(page).toContain(`\`${name}\``);
});
