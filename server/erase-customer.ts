import { verification } from '@orderline/contract/order.ts';
import { openCliDatabase } from './cli-database.ts';
import { CommandError, runCommandLine } from './command-line.ts';
import { erasePerson } from './retention/erase-person.ts';

const usage = `npm run erase -- <e-mail or phone>

Erases whoever has it, for good: orders become anonymous; calls, transcripts, messages, requests and consents are
deleted. There is no way back.
`;

/** `npm run erase -- someone@example.com`. */
async function main(): Promise<void> {
  // A phone may come in parts: +1 512 555 0142.
  const given = process.argv.slice(2).join(' ');
  const contact = verification.safeParse(given.includes('@') ? { email: given } : { phone: given });
  if (!contact.success) throw new CommandError(usage);
  const secret = process.env['TOKEN_SECRET'] || undefined;
  const database = await openCliDatabase();
  try {
    const { orders, calls, messages } = await erasePerson(database, { contact: contact.data, staffId: null, secret });
    process.stdout.write(`Erased: ${orders} orders made anonymous, ${calls} calls and ${messages} messages deleted.\n`);
    if (secret === undefined) {
      process.stdout.write(
        'TOKEN_SECRET is not set: consents to texts were found by their calls alone. They name nobody.\n',
      );
    }
  } finally {
    await database.destroy();
  }
}

await runCommandLine(main);
