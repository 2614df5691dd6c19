import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A statement as it went to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: ClientOfPool, ...query: unknown[]) => unknown;
interface ClientOfPool extends Client {
  readonly connectionParameters: { readonly application_name?: string };
}

/** Every statement that requests send to PostgreSQL while `work` runs, in the order they were sent; jobs have a pool of their own. */
export async function recordSql(work: () => Promise<void>): Promise<Statement[]> {
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const statements: Statement[] = [];
  prototype.query = function (...given) {
    const [first, second] = given;
    const { text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as Partial<Statement>);
    if (this.connectionParameters.application_name === 'orderline')
      statements.push({ text: text ?? '', values: Array.isArray(values) ? values : [] });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return statements;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The values of a recorded statement for another request: what names the recorded one becomes what names the other, and
 * each id that was made on the way becomes another, the same in all statements of a request.
 */
export function replayer(recorded: readonly string[], names: readonly string[]): (value: unknown) => unknown {
  const made = new Map<string, string>(recorded.map((name, index) => [name, names[index] ?? name]));
  const replace = (text: string): string => {
    let replaced = text;
    for (const [from, to] of made) replaced = replaced.replaceAll(from, to);
    return replaced;
  };
  return (value) => {
    const isPlain = typeof value !== 'object' || value === null || value instanceof Date || Buffer.isBuffer(value);
    if (isPlain && typeof value !== 'string') return value;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const id of text.match(uuid) ?? []) {
      if (!recorded.some((name) => name.includes(id)) && !made.has(id)) made.set(id, randomUUID());
    }
    return typeof value === 'string' ? replace(value) : (JSON.parse(replace(text)) as unknown);
  };
}
