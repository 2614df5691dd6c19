import { randomUUID } from 'node:crypto';
import { lineOfItem, storeVariants, type StoreOrder } from '@orderline/contract/store-api.ts';
import type { Effect, StoreChange } from '@orderline/contract/store-change.ts';
import { sendChange } from '../remote-changes.ts';
import type { StoreVerdict } from '../store-connector.ts';
import { askStoreApi, jsonOf, type StoreApi } from '../store-request.ts';
import { faultSentence } from './check-lookup.ts';
import { fine, missing, wrong, type Finding } from './finding.ts';

export interface Trial {
  readonly order: StoreOrder;
  /** Looks the order up anew; undefined when it is not answered rightly. */
  readonly lookAgain: () => Promise<StoreOrder | undefined>;
}

/**
 * Has the store carry a change out for real, repeats it under the same key, sends one that is out of date, and takes it
 * back: one unit of the order's first item is set aside (of a delivered order, as an exchange) and put back on sale.
 */
export async function tryChange(api: StoreApi, { order, lookAgain }: Trial): Promise<Finding[]> {
  const tried = trialOf(order);
  if (tried === undefined) return [missing(name('a change'), 'not tried, as the first item of the order has no sku')];
  const { sku, make, undo } = tried;
  const before = await unitsLeft(api, sku);
  const first = await send(api, make);
  if (first !== 'done') return [{ ...wrong(name('a change'), notDone[first] ?? first) }];
  const again = await send(api, make);
  const between = await unitsLeft(api, sku);
  const findings: Finding[] = [
    fine(name('a change'), 'carried out'),
    again === 'done'
      ? fine(name('the same key again'), 'answered as before')
      : wrong(name('the same key again'), repeated[again] ?? again),
    ...onceOnly(sku, before, between),
  ];

  const moved = (await lookAgain())?.revision ?? undefined;
  if (order.revision != null && moved === order.revision) {
    findings.push(wrong('POST /lookup, revision', 'it is the same after a change; every change needs a new one'));
  }
  const stale =
    order.revision == null || moved === order.revision
      ? undefined
      : await send(api, { ...undo, revision: order.revision });
  if (stale !== undefined) findings.push(staleFinding(stale));
  const undone = stale === 'done' ? 'done' : await send(api, withRevision({ ...undo, change_id: randomUUID() }, moved));
  findings.push(
    undone === 'done'
      ? fine(name('taking it back'), 'carried out')
      : wrong(name('taking it back'), `${notDone[undone] ?? undone}; put one unit of ${sku} back on sale by hand`),
  );
  return findings;
}

const name = (what: string) => `POST /changes, ${what}`;

type Answer = StoreVerdict | (string & {});

/** The verdict, or what stood in its way in a sentence. */
async function send(api: StoreApi, change: StoreChange): Promise<Answer> {
  try {
    return await sendChange(api, change);
  } catch (error) {
    return faultSentence(error);
  }
}

const notDone: Partial<Record<Answer, string>> = {
  moved: 'it answers 409 to the revision that the lookup has just told',
  out_of_stock: 'it has no unit of it left: try an order whose first item is in stock',
  refused: 'it refuses the change: a lookup that tells an order promises that its changes are taken',
  not_offered: 'not offered, so whatever a caller wants changed is handed to a person',
};

const repeated: Partial<Record<Answer, string>> = {
  moved:
    'it answers 409: it must look for the key before it compares the revision, or what was done is told as not done',
  out_of_stock: 'it answers 422: it carries the change out anew; what the key has done once is answered as before',
  refused: 'it answers 422: what the key has done once is answered as before',
};

function staleFinding(stale: Answer): Finding {
  const what = name('an old revision');
  if (stale === 'moved') return fine(what, '409');
  return wrong(
    what,
    stale === 'done'
      ? 'it carries the change out; 409 is needed, or an order that has shipped meanwhile is cancelled'
      : `${notDone[stale] ?? stale}; 409 is needed`,
  );
}

function onceOnly(sku: string, before: number | undefined, after: number | undefined): Finding[] {
  const what = name('done once');
  if (before === undefined || after === undefined) {
    return [missing(what, 'not seen, as the store does not tell what is left of its variants')];
  }
  const taken = before - after;
  if (taken === 1) return [fine(what, `one unit of ${sku} is set aside`)];
  return [
    wrong(
      what,
      taken === 0
        ? `it says that it is done, and as many of ${sku} are left as before`
        : `${taken} units of ${sku} are gone for a change of one: the same key must not do it twice. Put ${taken - 1} back by hand`,
    ),
  ];
}

async function unitsLeft(api: StoreApi, sku: string): Promise<number | undefined> {
  try {
    const response = await askStoreApi(api, { path: `/variants?sku=${encodeURIComponent(sku)}` });
    const parsed = storeVariants.safeParse(response.status === 200 ? jsonOf(response) : undefined);
    return parsed.data?.variants.find((variant) => variant.sku === sku)?.available;
  } catch {
    // Said of `GET /variants` already.
    return undefined;
  }
}

function trialOf(order: StoreOrder): { sku: string; make: StoreChange; undo: StoreChange } | undefined {
  const [item] = order.items;
  if (item?.sku == null) return undefined;
  const stock = { sku: item.sku, quantity: 1 };
  const units = { line: lineOfItem(item, 0), quantity: 1 };
  const isDelivered = order.status === 'delivered';
  const change = (kind: StoreChange['kind'], effects: Effect[]): StoreChange => ({
    change_id: randomUUID(),
    order_number: order.order_number,
    kind,
    rma: 'RMA-TRIAL',
    effects,
  });
  const make = change('exchange', [
    ...(isDelivered ? [{ effect: 'request_return', ...units } as const] : []),
    { effect: 'reserve_stock', ...stock },
  ]);
  const undo = change('return_withdrawn', [
    ...(isDelivered ? [{ effect: 'withdraw_return', ...units } as const] : []),
    { effect: 'release_stock', ...stock },
  ]);
  return { sku: item.sku, make: withRevision(make, order.revision), undo };
}

const withRevision = (change: StoreChange, revision: string | null | undefined): StoreChange =>
  revision == null ? change : { ...change, revision };
