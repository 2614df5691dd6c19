import { parseArgs } from 'node:util';
import { CommandError, runCommandLine } from './command-line.ts';
import { checkStore } from './store/check/check-store.ts';
import type { Finding } from './store/check/finding.ts';

const usage = `npm run check-store -- URL [--key KEY] [--order NUMBER --email ADDRESS]
npm run check-store -- URL --try-change NUMBER ADDRESS

Asks a store's own order API as Orderline would, and says what it gets wrong (docs/store-api.md).
  URL           as in STORE_API_URL: https://your-store.com/api/orders
  --key         as in STORE_API_KEY, which is taken when it is not given
  --order       a real order; ORD-12345 unless given
  --email       the e-mail on it; customer@email.com unless given
  --try-change  changes that order, and takes the change back: one unit of its first item is set aside (of a
                delivered order, as an exchange), and put back on sale. Without it nothing is changed.`;

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
      'try-change': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [url = process.env['STORE_API_URL'], triedOrder, triedEmail] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  if (url === undefined || !URL.canParse(url)) throw new CommandError(`A URL is needed.\n\n${usage}`);
  const isTried = values['try-change'];
  if (isTried && (triedOrder === undefined || triedEmail === undefined)) {
    throw new CommandError(`--try-change needs an order and the e-mail on it, as it changes that order.\n\n${usage}`);
  }

  const { order: orderNumber, email } = isTried ? { order: triedOrder ?? '', email: triedEmail ?? '' } : values;
  const findings = await checkStore(
    { url, key: values.key, timeoutMs },
    { pair: { orderNumber, factor: { email } }, isTried },
  );
  process.stdout.write(`${findings.map(line).join('\n')}\n\n${summary(findings)}\n`);
  if (findings.some(({ is }) => is === 'wrong')) process.exitCode = 1;
}

const line = ({ is, what, says }: Finding) => `${marks[is]} ${what}: ${says}`;

function summary(findings: readonly Finding[]): string {
  const count = findings.filter(({ is }) => is === 'wrong').length;
  if (count === 0) return 'The API can be used.';
  return `${count} ${count === 1 ? 'thing is' : 'things are'} wrong; docs/store-api.md describes what is needed.`;
}

await runCommandLine(main);
