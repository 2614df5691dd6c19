import { ConfigError } from './config.ts';
import { MigrationError } from './database/migrate.ts';
import { StoreProfileError } from './store-profile/load-store-profile.ts';

/** Why the server did not start and what to do about it; the stack only of what nobody foresaw. */
export function startFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreProfileError) return error.message;
  if (error instanceof MigrationError) {
    return `${error.message}: ${reasonOf(error.cause)}\nIs PostgreSQL running, and is DATABASE_URL right?`;
  }
  if (!(error instanceof Error)) return String(error);
  if (codeOf(error) === 'EADDRINUSE') return `${error.message}\nEnd what listens there, or set PORT to another.`;
  return error.stack ?? error.message;
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}

const codeOf = (error: Error) => ('code' in error ? error.code : undefined);
