import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { staffRole } from '@orderline/contract/staff.ts';
import { openCliDatabase } from './cli-database.ts';
import { CommandError, runCommandLine } from './command-line.ts';
import type { Database } from './database/schema.ts';
import { askPassword, type GivenPassword, type PasswordSource } from './staff/ask-password.ts';
import { addStaff, disableStaff, enableStaff, resetPassword, type AccountOutcome } from './staff/staff-accounts.ts';
import { findAllStaff } from './staff/staff-table.ts';

const usage = `npm run staff -- <command>

  add <name> [--role staff|qa]   a new account; qa may look and try, staff also decides
  list                           all accounts
  reset-password <name>          a new password; its sessions end
  disable <name>                 it can sign in no more; its sessions end
  enable <name>                  it can sign in again

A new password is asked for at the terminal, or
  --password-stdin               is the first line of the standard input
  --generate                     is made at random, and shown once
`;

interface Command {
  readonly verb: string | undefined;
  readonly name: string | undefined;
  readonly role: string;
  readonly source: PasswordSource;
}

/** Undefined when only help is asked for. */
function readCommand(): Command | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string', default: 'staff' },
      'password-stdin': { type: 'boolean', default: false },
      generate: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const [verb, name, ...more] = positionals;
  if (more.length > 0) throw new CommandError(`One name at a time.\n\n${usage}`);
  const unattended = values.generate ? 'generated' : 'terminal';
  return { verb, name, role: values.role, source: values['password-stdin'] ? 'stdin' : unattended };
}

async function main(): Promise<void> {
  const command = readCommand();
  if (command === undefined) {
    process.stdout.write(usage);
    return;
  }
  const run = command.verb === undefined ? undefined : commands[command.verb];
  if (run === undefined) throw new CommandError(usage);
  const database = await openCliDatabase();
  try {
    await run(database, command);
  } finally {
    await database.destroy();
  }
}

const commands: Record<string, (database: Kysely<Database>, command: Command) => Promise<void>> = {
  async add(database, command) {
    const role = staffRole.safeParse(command.role);
    if (!role.success) throw new CommandError('The role is staff or qa');
    const name = nameOf(command);
    const given = await askPassword(command.source);
    finish(await addStaff(database, { name, role: role.data, password: given.password }));
    tell(`${name} can sign in as ${role.data}.`, given);
  },
  async 'reset-password'(database, command) {
    const name = nameOf(command);
    const given = await askPassword(command.source);
    finish(await resetPassword(database, { name, password: given.password }));
    tell(`${name} has a new password.`, given);
  },
  async disable(database, command) {
    finish(await disableStaff(database, nameOf(command), new Date()));
    tell(`${nameOf(command)} can sign in no more.`);
  },
  async enable(database, command) {
    finish(await enableStaff(database, nameOf(command)));
    tell(`${nameOf(command)} can sign in again.`);
  },
  async list(database) {
    const staff = await findAllStaff(database);
    if (staff.length === 0) tell('There are no accounts yet: npm run staff -- add <name>');
    for (const { name, role, disabled_at } of staff)
      tell(`${name}  ${role}${disabled_at === null ? '' : '  disabled'}`);
  },
};

function nameOf({ verb, name }: Command): string {
  if (name === undefined) throw new CommandError(`Whom? npm run staff -- ${verb ?? ''} <name>`);
  return name;
}

function finish(outcome: AccountOutcome): void {
  if (outcome.status === 'refused') throw new CommandError(outcome.why);
}

function tell(line: string, given?: GivenPassword): void {
  process.stdout.write(`${line}\n`);
  if (given?.isGenerated === true) process.stdout.write(`Its password, shown only now: ${given.password}\n`);
}

await runCommandLine(main);
