import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { CommandError } from '../command-line.ts';

export type PasswordSource = 'terminal' | 'stdin' | 'generated';

export interface GivenPassword {
  readonly password: string;
  /** To be shown, once: nobody has chosen it. */
  readonly isGenerated: boolean;
}

/**
 * A new password: typed twice without being shown (an empty line has one made), the first line of the standard input, or
 * made at random. Throws CommandError where there is no terminal to ask at, or the two differ.
 */
export async function askPassword(source: PasswordSource): Promise<GivenPassword> {
  switch (source) {
    case 'generated':
      return { password: randomBytes(15).toString('base64url'), isGenerated: true };
    case 'stdin':
      return { password: firstLine(await text(process.stdin)), isGenerated: false };
    case 'terminal': {
      if (!process.stdin.isTTY) {
        throw new CommandError('There is no terminal to ask at: use --password-stdin or --generate');
      }
      const password = await askHidden('Password (empty: make one): ');
      if (password === '') return askPassword('generated');
      if ((await askHidden('Once more: ')) !== password) throw new CommandError('The two are not the same');
      return { password, isGenerated: false };
    }
  }
}

const firstLine = (input: string) => input.split(/\r?\n/)[0] ?? '';

/** readline echoes what is typed to its output, which goes nowhere. */
async function askHidden(question: string): Promise<string> {
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  const givenUp = new AbortController();
  terminal.once('SIGINT', () => givenUp.abort());
  process.stdout.write(question);
  try {
    return await terminal.question('', { signal: givenUp.signal });
  } catch {
    throw new CommandError('Given up: nothing was changed');
  } finally {
    process.stdout.write('\n');
    terminal.close();
  }
}
