import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { lookupRequest } from '@orderline/contract/order.ts';
import type { StoreOrder } from '@orderline/contract/store-api.ts';
import { storeChange, type StoreChange } from '@orderline/contract/store-change.ts';

type StoreVariant = { sku: string; name: string; options: Record<string, string>; price: number; available: number };

/** How the store treats the next requests to an address: `undefined` as it should. */
export type Mood =
  | { readonly is: 'down' }
  | { readonly is: 'failing'; readonly status: number }
  | { readonly is: 'truncating' }
  /** Carries the change out, and loses the answer. */
  | { readonly is: 'forgetting' }
  | { readonly is: 'silent' };

export interface StoreServer {
  readonly url: string;
  readonly orders: Map<string, StoreOrder & { email: string }>;
  readonly variants: StoreVariant[];
  /** Each change that was carried out, once. */
  readonly changes: StoreChange[];
  /** Idempotency keys of all requests for changes, as they came. */
  readonly asked: string[];
  moods: { lookup?: Mood | undefined; changes?: Mood | undefined; variants?: Mood | undefined };
  /** `lookup`: only the seed's. */
  offers: 'lookup' | 'all';
  stop(): Promise<void>;
}

/** A store's own order API, which speaks `contract/store-api.ts` over HTTP: well, slowly, wrongly or not at all. */
export async function startStoreServer(): Promise<StoreServer> {
  const state: Omit<StoreServer, 'url' | 'stop'> = {
    orders: new Map(),
    variants: [],
    changes: [],
    asked: [],
    moods: {},
    offers: 'all',
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/orders`,
    stop: () => stop(server),
  });
}

async function answer(
  store: Omit<StoreServer, 'url' | 'stop'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
  const body = await text(request);
  const route = pathname.replace('/api/orders/', '');
  if (route === 'lookup') {
    send(response, store.moods.lookup, () => lookUp(store, body));
    return;
  }
  if (store.offers === 'lookup') return void response.writeHead(404).end('{}');
  if (route === 'variants') {
    const wanted = store.variants.find(({ sku }) => sku === searchParams.get('sku'));
    send(response, store.moods.variants, () =>
      wanted === undefined
        ? { status: 404, body: {} }
        : {
            status: 200,
            body: {
              variants: store.variants.filter(({ name }) => name.split(' - ')[0] === wanted.name.split(' - ')[0]),
            },
          },
    );
    return;
  }
  if (route !== 'changes') return void response.writeHead(404).end('{}');
  store.asked.push(String(request.headers['idempotency-key']));
  send(response, store.moods.changes, () => carryOut(store, storeChange.parse(JSON.parse(body))));
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function send(response: ServerResponse, mood: Mood | undefined, work: () => Answer): void {
  if (mood?.is === 'silent') return;
  if (mood?.is === 'down') return void response.socket?.destroy();
  if (mood?.is === 'failing') return void response.writeHead(mood.status).end('<html>Sorry</html>');
  const { status, body } = work();
  if (mood?.is === 'forgetting') return void response.socket?.destroy();
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(mood?.is === 'truncating' ? json.slice(0, json.length / 2) : json);
}

function lookUp({ orders }: Pick<StoreServer, 'orders'>, body: string): Answer {
  const { order_number, verification } = lookupRequest.parse(JSON.parse(body));
  const order = orders.get(order_number);
  const isRight =
    order !== undefined &&
    ('email' in verification ? order.email === verification.email : order.phone === verification.phone);
  return isRight ? { status: 200, body: order } : { status: 404, body: {} };
}

/** Once under its id; refused when the order has moved or the stock is gone. */
function carryOut(store: Pick<StoreServer, 'orders' | 'changes' | 'variants'>, change: StoreChange): Answer {
  if (store.changes.some(({ change_id }) => change_id === change.change_id)) {
    return { status: 200, body: { outcome: 'done' } };
  }
  const order = store.orders.get(change.order_number);
  if (order === undefined) return { status: 404, body: {} };
  if (change.revision !== undefined && change.revision !== order.revision) return { status: 409, body: {} };
  for (const effect of change.effects) {
    const taken = effect.effect === 'reserve_stock' || (effect.effect === 'send_units' && !effect.is_reserved);
    const variant = taken ? store.variants.find(({ sku }) => sku === effect.sku) : undefined;
    if (taken && (variant === undefined || variant.available < effect.quantity)) {
      return { status: 422, body: { code: 'out_of_stock' } };
    }
    if (variant !== undefined && taken) variant.available -= effect.quantity;
  }
  store.changes.push(change);
  order.revision = String(Number(order.revision ?? '1') + 1);
  if (change.kind === 'cancellation') order.status = 'cancelled';
  return { status: 200, body: { outcome: 'done' } };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
