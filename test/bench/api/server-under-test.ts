import fastify from 'fastify';
import { Pool } from 'pg';
import { buildApp } from '../../../server/app.ts';
import { connectDatabase } from '../../../server/database/connection.ts';
import { MemoryRooms } from '../../support/memory-rooms.ts';
import { testConfig } from '../../support/test-server.ts';
import { replayer, type Statement } from './recorded-sql.ts';

/** What is to be served: Orderline, or a plain handler that sends the same SQL. */
export type UnderTest =
  | { readonly serve: 'orderline'; readonly databaseUrl: string }
  | {
      readonly serve: 'plain';
      readonly databaseUrl: string;
      /** By path: the statements of one request, and what named it. */
      readonly recorded: Readonly<Record<string, { statements: Statement[]; names: string[]; answer: object }>>;
    };

/** A process of its own, so that what measures takes nothing from what is measured. */
process.once('message', (asked: UnderTest) => {
  void (asked.serve === 'orderline' ? serveOrderline(asked) : servePlain(asked)).then((url) => process.send?.(url));
});
process.once('disconnect', () => process.exit());

async function serveOrderline({ databaseUrl }: UnderTest): Promise<string> {
  const database = connectDatabase(databaseUrl);
  const app = await buildApp({ config: testConfig(databaseUrl), database, rooms: new MemoryRooms() });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** As a tutorial has it: Fastify, pg, and one handler. */
async function servePlain({ databaseUrl, recorded }: Extract<UnderTest, { serve: 'plain' }>): Promise<string> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const app = fastify({ logger: { level: 'error' } });
  app.post<{ Params: { '*': string }; Body: { names: string[] } }>('/*', async (request) => {
    const of = recorded[request.params['*']];
    if (of === undefined) throw new Error('Nothing was recorded for this path');
    const replay = replayer(of.names, request.body.names);
    const client = await pool.connect();
    try {
      for (const { text, values } of of.statements) await client.query(text, values.map(replay));
    } finally {
      client.release();
    }
    return of.answer;
  });
  return app.listen({ host: '127.0.0.1', port: 0 });
}
