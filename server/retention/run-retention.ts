import type { AppContext } from '../app-context.ts';
import { sweepExpired } from './sweep-expired.ts';

/** At a quarter past each hour, when nothing else is due. */
const hourly = '15 * * * *';

/** Has what is kept no longer swept away, by one of the servers. */
export function runRetention(context: AppContext): void {
  context.jobs.every('retention', hourly, ({ signal }) => sweepExpired(context, { signal }));
}
