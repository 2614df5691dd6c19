import { parseArgs } from 'node:util';
import { CommandError, runCommandLine } from './command-line.ts';
import { checkChanges, checkVariants } from './store/check/check-changes.ts';
import { checkLookup } from './store/check/check-lookup.ts';
import type { Finding } from './store/check/finding.ts';
import type { StoreApi } from './store/store-request.ts';

const usage = `npm run check-store -- URL [--key KEY] [--order NUMBER --email ADDRESS]

Asks a store's own order API as Orderline would, changes nothing, and says what it gets wrong.
  URL       as in STORE_API_URL: https://your-store.com/api/orders
  --key     as in STORE_API_KEY, which is taken when it is not given
  --order   a real order; ORD-12345 unless given
  --email   the e-mail on it; customer@email.com unless given`;

const timeoutMs = 8000;
const marks = { fine: '✓', missing: '–', wrong: '✗' } as const;

/** `npm run check-store`: exits with 1 when something is wrong. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', default: process.env['STORE_API_KEY'] ?? '' },
      order: { type: 'string', default: 'ORD-12345' },
      email: { type: 'string', default: 'customer@email.com' },
      help: { type: 'boolean', default: false },
    },
  });
  const [url = process.env['STORE_API_URL']] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  if (url === undefined || !URL.canParse(url)) throw new CommandError(`A URL is needed.\n\n${usage}`);

  const api: StoreApi = { url, key: values.key, timeoutMs };
  const { findings, order } = await checkLookup(api, { orderNumber: values.order, factor: { email: values.email } });
  const all = [...findings, ...(order === undefined ? [] : [await checkVariants(api, order)]), await checkChanges(api)];
  process.stdout.write(`${all.map(line).join('\n')}\n\n${summary(all)}\n`);
  if (all.some(({ is }) => is === 'wrong')) process.exitCode = 1;
}

const line = ({ is, what, says }: Finding) => `${marks[is]} ${what}: ${says}`;

function summary(findings: readonly Finding[]): string {
  const count = findings.filter(({ is }) => is === 'wrong').length;
  if (count === 0) return 'The API can be used.';
  return `${count} ${count === 1 ? 'thing is' : 'things are'} wrong; /api/store-openapi.json describes what is needed.`;
}

await runCommandLine(main);
