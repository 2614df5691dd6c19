import type { StoreOrder } from '@orderline/contract/store-api.ts';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import type { RemoteStoreOptions } from '../../server/store/remote-store.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { orderCall, type OrderCall } from './order-call.ts';
import { patience } from './patience.ts';
import { startStoreServer, type StoreServer } from './store-server.ts';
import { testServer, type TestServer } from './test-server.ts';
import { hastenJob } from './waiting-jobs.ts';

/** Of the one order that the store has. */
export const number = 'ORD-12345';
const email = 'customer@email.com';

export const deliveredFacts = { status: 'delivered', shipped_at: '2026-03-02', delivered_at: '2026-03-04' } as const;

/** A server whose orders are kept by a store with an API of its own, and that store. */
export interface RemoteDesk {
  readonly store: StoreServer;
  readonly database: FreshDatabase;
  /** Another one after a restart. */
  readonly server: TestServer;
  /** As the server's clock has it. */
  now: Date;
  /** Nothing has happened, and the store has its order and stock: two tees and a pair of joggers, as told by `facts`. */
  begin(facts?: Partial<StoreOrder>): Promise<void>;
  /** The store tells its order otherwise. */
  tell(facts: Partial<StoreOrder>): void;
  /** A caller who has proved the order. */
  call(): Promise<OrderCall>;
  /** Waits for `check` while the queue does at once what it would do later. */
  eventually(jobName: string, check: () => Promise<void> | void): Promise<void>;
  /** The keys of all that the customer was told, in their order. */
  told(): Promise<string[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a desk of its own before a store of its own; `storeApi` sets how patient it is with it. */
export async function openRemoteDesk(storeApi: Partial<RemoteStoreOptions> = {}): Promise<RemoteDesk> {
  const [store, database] = await Promise.all([startStoreServer(), freshDatabase()]);
  const config = { storeApi: { url: store.url, key: 'key', ...storeApi } };
  const start = async () => {
    const server = await testServer(database, { clock: () => desk.now, config });
    await server.app.ready();
    return server;
  };
  const desk = {
    store,
    database,
    now: new Date('2026-03-05T17:00:00Z'),
    async begin(facts: Partial<StoreOrder> = {}) {
      desk.now = new Date('2026-03-05T17:00:00Z');
      await forgetAll(database);
      store.reset();
      stock(store);
      store.orders.set(number, { ...orderOf(), ...facts, email });
    },
    tell(facts: Partial<StoreOrder>) {
      const order = store.orders.get(number);
      if (order !== undefined) Object.assign(order, facts);
    },
    async call() {
      const call = await orderCall(desk.server);
      const looked = await call.lookUp({ order_number: number, verification: { email } });
      expect(looked.statusCode, looked.body).toBe(200);
      return call;
    },
    eventually: (jobName: string, check: () => Promise<void> | void) =>
      vi.waitFor(async () => {
        await hastenJob(database, jobName);
        await check();
      }, patience),
    async told() {
      const notices = await database.database.selectFrom('customer_notices').select('key').orderBy('told_at').execute();
      return notices.map(({ key }) => key);
    },
    async restart() {
      await desk.server.app.close();
      desk.server = await start();
    },
    async stop() {
      await desk.server.app.close();
      await Promise.all([database.drop(), store.stop()]);
    },
  } as Omit<RemoteDesk, 'server'> & { server: TestServer };
  desk.server = await start();
  return desk;
}

/** By rows, as jobs may be reading: a table that is cut waits for them, and they for it. */
async function forgetAll({ database }: FreshDatabase): Promise<void> {
  await sql`delete from pgboss.job`.execute(database);
  const tables = [
    'pending_changes',
    'untold_changes',
    'cancelled_units',
    'proposals',
    'escalations',
    'investigations',
    'reshipped_parcels',
    'claims',
    'returns',
    'messages',
    'customer_notices',
  ] as const;
  for (const table of tables) await database.deleteFrom(table).execute();
}

function stock({ variants }: StoreServer): void {
  const variant = (
    sku: string,
    name: string,
    of: { colour: string; size: string; price: number; available: number },
  ) => {
    const { colour, size, price, available } = of;
    return { sku, name: `${name} - ${colour}, Size ${size}`, options: { colour, size }, price, available };
  };
  variants.push(
    variant('TEE-NVY-M', 'Classic Tee', { colour: 'Navy', size: 'M', price: 29.99, available: 3 }),
    variant('TEE-NVY-L', 'Classic Tee', { colour: 'Navy', size: 'L', price: 29.99, available: 1 }),
    variant('JOG-BLK-L', 'Jogger Pants', { colour: 'Black', size: 'L', price: 49.99, available: 2 }),
    variant('JOG-BLK-M', 'Jogger Pants', { colour: 'Black', size: 'M', price: 49.99, available: 1 }),
  );
}

/** All that the rules ask for is told. */
const orderOf = (): StoreOrder => ({
  order_number: number,
  revision: '1',
  status: 'processing',
  items: [
    {
      name: 'Classic Tee - Navy, Size M',
      qty: 2,
      price: 29.99,
      sku: 'TEE-NVY-M',
      kind: 'apparel',
      final_sale: false,
      personalised: false,
      variant: { colour: 'Navy', size: 'M' },
    },
    {
      name: 'Jogger Pants - Black, Size L',
      qty: 1,
      price: 49.99,
      sku: 'JOG-BLK-L',
      kind: 'apparel',
      final_sale: false,
      personalised: false,
      variant: { colour: 'Black', size: 'L' },
    },
  ],
  subtotal: 109.97,
  shipping: 5,
  discount: 10,
  total: 104.97,
  shipping_address: '123 Main St, Austin, TX 78701',
  order_date: '2026-03-01',
  payment_method: 'Visa ending in 4242',
});
