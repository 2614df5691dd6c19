import { parseArgs } from 'node:util';
import { openCliDatabase } from './cli-database.ts';
import { CommandError, runCommandLine } from './command-line.ts';
import { importHelp } from './orders-import/import-help.ts';
import { importOrders, type ImportProgress, type ImportSummary } from './orders-import/import-orders.ts';
import { UnusableFileError } from './orders-import/import-problem.ts';
import { ProblemReport } from './orders-import/problem-report.ts';
import { loadStoreProfile } from './store-profile/load-store-profile.ts';

const progressEveryMs = 250;

/** `npm run import -- <file>`: a store's orders become the built-in ones. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      encoding: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (values.help) {
    process.stdout.write(importHelp);
    return;
  }
  if (path === undefined || more.length > 0) throw new CommandError(`One file at a time.\n\n${importHelp}`);
  const profile = await loadStoreProfile(process.env['STORE_PROFILE'] ?? './store.yaml');
  const report = new ProblemReport(values.report ?? `${path}.rejected.csv`);
  const database = await openCliDatabase();
  try {
    const summary = await importOrders(database, {
      path,
      encoding: values.encoding,
      profile,
      now: new Date(),
      mode: values['dry-run'] ? 'look' : values.strict ? 'all' : 'valid',
      report,
      onProgress: showProgress(),
      onUnknownColumns: (headings) => {
        if (headings.length > 0) process.stderr.write(`Not used: ${headings.join(', ')}\n`);
      },
    });
    await report.close();
    tell(summary, { report, isDryRun: values['dry-run'] });
  } catch (error) {
    throw error instanceof UnusableFileError ? new CommandError(`${path}: ${error.message}`) : error;
  } finally {
    clearProgress();
    await report.close();
    await database.destroy();
  }
}

/** One line that is written over on a terminal; nothing where the output is kept. */
function showProgress(): (progress: ImportProgress) => void {
  if (!process.stderr.isTTY) return () => undefined;
  let last = 0;
  return ({ phase, orders, share }) => {
    if (Date.now() - last < progressEveryMs) return;
    last = Date.now();
    const what = phase === 'reading' ? 'Reading' : 'Writing';
    process.stderr.write(`\r\u001b[2K${what} … ${orders.toLocaleString('en-US')} orders, ${Math.round(100 * share)} %`);
  };
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

function tell(summary: ImportSummary, { report, isDryRun }: { report: ProblemReport; isDryRun: boolean }): void {
  clearProgress();
  const { read, added, changed, unchanged, isWritten } = summary;
  const would = isWritten ? '' : ' would be';
  const lines = [
    `${counted(read)} read: ${number(added)}${would} added, ${number(changed)}${would} brought up to date, ` +
      `${number(unchanged)} unchanged, ${number(report.orders)} not imported.`,
  ];
  for (const { record, orderNumber, field, problem } of report.shown) {
    lines.push(
      `  ${record}${orderNumber === undefined ? '' : ` ${orderNumber}`}: ${field === undefined ? '' : `${field} `}${problem}`,
    );
  }
  const hidden = report.count - report.shown.length;
  if (hidden > 0) lines.push(`  … and ${number(hidden)} more`);
  if (report.count > 0) {
    lines.push(`All of it is in ${report.path}.`);
    process.exitCode = 1;
  }
  if (isDryRun) lines.push('Nothing was changed: this was only a look.');
  else if (!isWritten) lines.push('Nothing was imported: with --strict it is all orders or none.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

const number = (count: number) => count.toLocaleString('en-US');
const counted = (orders: number) => `${number(orders)} ${orders === 1 ? 'order' : 'orders'}`;

await runCommandLine(main);
