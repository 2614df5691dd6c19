import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { lookupRequest } from '@orderline/contract/order.ts';
import type { StoreOrder } from '@orderline/contract/store-api.ts';
import { storeChange, type StoreChange } from '@orderline/contract/store-change.ts';
import {
  isAllCancelled,
  NotInTheBooksError,
  openBook,
  writeChange,
  type OrderBook,
  type StoreVariant,
} from './store-books.ts';

/** How the store treats a request to an address: `undefined` as it should. */
type Mood =
  | { readonly is: 'down' }
  | { readonly is: 'failing'; readonly status: number }
  | { readonly is: 'html' }
  | { readonly is: 'truncating' }
  /** Carries the change out, and loses the answer. */
  | { readonly is: 'forgetting' }
  | { readonly is: 'silent' }
  | { readonly is: 'refusing_key' }
  | { readonly is: 'redirecting' }
  | { readonly is: 'refusing' };

/** Of all requests, or of the next ones in this order. */
type Moods = Mood | (Mood | undefined)[];

/** What a store's developers have got wrong. */
type Mistake =
  /** Carries a change out each time that it is sent. */
  | 'forgets_keys'
  /** Compares the revision before it looks whether the change was carried out. */
  | 'revision_before_key'
  | 'ignores_revision'
  | 'keeps_revision'
  | 'sends_html_type'
  | 'needs_no_key'
  /** Answers 401 without saying that it asks for a key. */
  | 'refuses_key_silently'
  | 'compares_no_email'
  | 'tells_emails_apart'
  | 'fails_on_malformed';

export interface StoreServer {
  readonly url: string;
  readonly orders: Map<string, StoreOrder & { email: string }>;
  readonly variants: StoreVariant[];
  /** Each change that was carried out, once. */
  readonly changes: StoreChange[];
  /** Idempotency keys of all requests for changes, as they came. */
  readonly asked: string[];
  /** What was done to an order in all. */
  bookOf(orderNumber: string): OrderBook;
  moods: { lookup?: Moods | undefined; changes?: Moods | undefined; variants?: Moods | undefined };
  mistakes: Mistake[];
  /** Asked for as a bearer token when it is set. */
  key: string | undefined;
  /** `lookup`: only the seed's. */
  offers: 'lookup' | 'all';
  /** Forgets all that happened. */
  reset(): void;
  stop(): Promise<void>;
}

type State = Omit<StoreServer, 'url' | 'stop' | 'bookOf' | 'reset'> & {
  /** Of each order as it was set: setting it anew opens a new one. */
  readonly books: WeakMap<StoreOrder, OrderBook>;
};

const fresh = () => ({ moods: {}, mistakes: [], key: undefined, offers: 'all' }) as const;

/** A store's own order API, which speaks `contract/store-api.ts` over HTTP: well, slowly, wrongly or not at all. */
export async function startStoreServer(): Promise<StoreServer> {
  const state: State = {
    orders: new Map(),
    variants: [],
    changes: [],
    asked: [],
    books: new WeakMap(),
    ...fresh(),
    mistakes: [],
  };
  const server = createServer((request, response) => {
    const status = () => (state.mistakes.includes('fails_on_malformed') ? 500 : 400);
    answer(state, request, response).catch(() => response.writeHead(status()).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/orders`,
    bookOf: (orderNumber: string) => bookOf(state, orderNumber),
    reset: () => {
      Object.assign(state, fresh(), { mistakes: [] });
      state.orders.clear();
      for (const list of [state.variants, state.changes, state.asked]) list.length = 0;
    },
    stop: () => stop(server),
  });
}

async function answer(store: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
  const body = await text(request);
  const route = pathname.replace('/api/orders/', '');
  const hasKey = store.key === undefined || request.headers.authorization === `Bearer ${store.key}`;
  if (!hasKey && store.mistakes.includes('refuses_key_silently')) return void response.writeHead(401).end('{}');
  if (!hasKey && !store.mistakes.includes('needs_no_key')) {
    refuseKey(response);
    return;
  }
  if (route === 'lookup') {
    send(store, response, { route, work: () => lookUp(store, body) });
    return;
  }
  if (store.offers === 'lookup') return void response.writeHead(404).end('{}');
  if (route === 'variants') {
    send(store, response, { route, work: () => variantsBeside(store, searchParams.get('sku')) });
    return;
  }
  if (route !== 'changes') return void response.writeHead(404).end('{}');
  store.asked.push(String(request.headers['idempotency-key']));
  send(store, response, { route, work: () => carryOut(store, storeChange.parse(JSON.parse(body))) });
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Asked {
  readonly route: 'lookup' | 'changes' | 'variants';
  readonly work: () => Answer;
}

function send(store: State, response: ServerResponse, { route, work }: Asked): void {
  const moods = store.moods[route];
  const mood = Array.isArray(moods) ? moods.shift() : moods;
  switch (mood?.is) {
    case 'silent':
      return;
    case 'down':
      return void response.socket?.destroy();
    case 'failing':
      return void response.writeHead(mood.status).end('<html>Sorry</html>');
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sorry</html>');
    case 'refusing_key': {
      refuseKey(response);
      return;
    }
    case 'redirecting':
      return void response.writeHead(307, { location: '/elsewhere' }).end();
    case 'refusing': {
      sendJson(store, response, { status: 422, body: { code: 'refused' } });
      return;
    }
    case 'forgetting':
      work();
      return void response.socket?.destroy();
    case 'truncating': {
      const json = JSON.stringify(work().body);
      return void response.writeHead(200).end(json.slice(0, json.length / 2));
    }
    case undefined: {
      sendJson(store, response, work());
      return;
    }
  }
}

function sendJson({ mistakes }: State, response: ServerResponse, { status, body }: Answer): void {
  const type = mistakes.includes('sends_html_type') ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

const refuseKey = (response: ServerResponse) =>
  void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('{}');

function lookUp({ orders, mistakes }: State, body: string): Answer {
  const { order_number, verification } = lookupRequest.parse(JSON.parse(body));
  const order = orders.get(order_number);
  const isRight =
    order !== undefined &&
    ('email' in verification ? order.email === verification.email : order.phone === verification.phone);
  if (isRight || (order !== undefined && mistakes.includes('compares_no_email'))) return { status: 200, body: order };
  const isTold = order !== undefined && mistakes.includes('tells_emails_apart');
  return { status: 404, body: isTold ? { error: 'wrong e-mail' } : {} };
}

/** A product is what stands before the dash of its variants' names. */
function variantsBeside({ variants }: State, sku: string | null): Answer {
  const productOf = ({ name }: StoreVariant) => name.split(' - ')[0];
  const wanted = variants.find((variant) => variant.sku === sku);
  if (wanted === undefined) return { status: 404, body: {} };
  return { status: 200, body: { variants: variants.filter((of) => productOf(of) === productOf(wanted)) } };
}

/** Once under its id; refused when the order has moved, the stock is gone or the books do not allow it. */
function carryOut(store: State, change: StoreChange): Answer {
  const { mistakes, changes } = store;
  const done = { status: 200, body: { outcome: 'done' } };
  const order = store.orders.get(change.order_number);
  if (order === undefined) return { status: 422, body: { code: 'refused' } };
  const hasMoved = change.revision !== undefined && change.revision !== order.revision;
  const isKnown = changes.some(({ change_id }) => change_id === change.change_id);
  if (hasMoved && mistakes.includes('revision_before_key')) return { status: 409, body: {} };
  if (isKnown && !mistakes.includes('forgets_keys')) return done;
  if (hasMoved && !mistakes.includes('ignores_revision')) return { status: 409, body: {} };
  try {
    const book = bookOf(store, change.order_number);
    const after = writeChange(change, { order, book, variants: store.variants });
    store.books.set(order, after.book);
    store.variants.splice(0, Infinity, ...after.variants);
  } catch (error) {
    if (!(error instanceof NotInTheBooksError)) throw error;
    return { status: 422, body: { code: error.code } };
  }
  changes.push(change);
  const book = bookOf(store, change.order_number);
  order.shipping_address = book.address;
  if (isAllCancelled(book)) order.status = 'cancelled';
  if (order.revision != null && !mistakes.includes('keeps_revision')) {
    order.revision = String(Number(order.revision) + 1);
  }
  return done;
}

function bookOf({ books, orders }: State, orderNumber: string): OrderBook {
  const order = orders.get(orderNumber);
  if (order === undefined) throw new Error(`The store has no order ${orderNumber}`);
  const book = books.get(order) ?? openBook(order);
  books.set(order, book);
  return book;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
