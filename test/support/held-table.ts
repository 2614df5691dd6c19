import { Client } from 'pg';
import { vi } from 'vitest';
import { patience } from './patience.ts';

/** `writers`: whoever reads goes on; `all`: nobody gets anything out of it either. */
type Held = 'writers' | 'all';
const lockModes = { writers: 'share', all: 'access exclusive' } as const satisfies Record<Held, string>;

/** A table that keeps its users waiting: what is under way stops in the middle of its transaction. */
export class HeldTable {
  readonly #holder: Client;
  readonly #table: string;

  private constructor(holder: Client, table: string) {
    this.#holder = holder;
    this.#table = table;
    // It may be the database that the test takes away.
    holder.on('error', () => undefined);
  }

  static async hold(databaseUrl: string, table: 'messages' | 'orders', held: Held = 'writers'): Promise<HeldTable> {
    const holder = new Client({ connectionString: databaseUrl });
    const holding = new HeldTable(holder, table);
    await holder.connect();
    await holder.query(`begin; lock table ${table} in ${lockModes[held]} mode`);
    return holding;
  }

  /** Resolves when so many wait for it. */
  async untilAwaited(by = 1): Promise<void> {
    await vi.waitUntil(async () => {
      const { rowCount } = await this.#holder.query(
        'select from pg_locks where not granted and relation = $1::regclass',
        [this.#table],
      );
      return (rowCount ?? 0) >= by;
    }, patience);
  }

  /** Whatever has become of the database meanwhile. */
  async release(): Promise<void> {
    await this.#holder.end().catch(() => undefined);
  }
}
