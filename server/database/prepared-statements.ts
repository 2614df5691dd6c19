import { DatabaseError, type PoolClient, type QueryConfig } from 'pg';

/** A statement that has come so often is worth a plan that is kept. */
const worthAfter = 5;
/** Each connection keeps a plan of each: so many are what every call needs. */
const mostPrepared = 100;
/** Statements of all lengths come and go; after so many different ones the counting starts anew. */
const mostCounted = 1000;

/**
 * The statements of one pool that come often. PostgreSQL plans such a statement once per connection instead of each time:
 * planning took most of its work for a lookup (`npm run bench:api`). A pooler between must know prepared statements.
 */
export class PreparedStatements {
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();
  #named = 0;

  /** As `client.query(text, values)`, with a plan that is kept where the statement comes often. */
  async run(client: PoolClient, text: string, values: readonly unknown[]) {
    const name = values.length === 0 ? undefined : this.#nameOf(text);
    const query: QueryConfig = { text, values: [...values] };
    if (name === undefined) return client.query(query);
    const mayRepeat = client.getTransactionStatus() === 'I';
    try {
      return await client.query({ ...query, name });
    } catch (error) {
      if (!isOutdated(error)) throw error;
      this.#names.clear();
      // Nothing was done. In a transaction nothing more can be: whoever began it begins anew.
      if (!mayRepeat) throw error;
      return client.query(query);
    }
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= mostPrepared) return undefined;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (this.#uses.size >= mostCounted) this.#uses.clear();
    this.#uses.set(text, uses);
    if (uses < worthAfter) return undefined;
    this.#uses.delete(text);
    // Never the same name again: a connection may still hold a plan under it.
    const name = `orderline_${(this.#named += 1)}`;
    this.#names.set(text, name);
    return name;
  }
}

/** `cached plan must not change result type`: a migration has changed a table under `select *`. */
export const isOutdated = (error: unknown): boolean => error instanceof DatabaseError && error.code === '0A000';
