import type { ModelBudget } from '@orderline/contract/model-budget.ts';
import type { AppContext } from '../app-context.ts';
import { startOf } from '../policy/store-calendar.ts';
import { sumCosts } from './call-events-table.ts';

/** What a call may still spend on models by key: of its own share, and of what all calls of the store's day may. */
export async function modelBudgetOf(context: AppContext, callId: string): Promise<ModelBudget> {
  const { models, time_zone } = context.profile();
  const since = startOf(time_zone, context.clock());
  const spent = await sumCosts(context.database, { callId, since });
  const left = Math.min(models.per_call_cents - spent.callCents, models.per_day_cents - spent.dayCents);
  return { prices: models.prices, cents_left: Math.max(0, left) };
}
