import { startFailure } from './start-failure.ts';

/** The command cannot be carried out as it was given; the message says why and what to do, and is all that is shown. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/**
 * Runs a command line program to its end and sets the exit code: 0, or 1 when it throws, with the reason on the standard
 * error output.
 */
export async function runCommandLine(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${isMisuse(error) ? error.message : startFailure(error)}\n`);
    process.exitCode = 1;
  }
}

/** Also what `parseArgs` says of options that do not exist. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof CommandError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
