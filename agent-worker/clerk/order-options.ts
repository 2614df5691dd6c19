import { exchangeOptions, type ExchangeOptions } from '@orderline/contract/exchange.ts';
import type { Talk } from './talk.ts';

/** What a line may be exchanged for, as told since the items of the order were: stock changes. */
export function optionsTold(
  { results }: Talk,
  { orderNumber, line }: { orderNumber: string; line: number },
): ExchangeOptions | undefined {
  const begun = results.findLastIndex(({ name }) => name === 'returnable_items');
  const told = results
    .slice(begun + 1)
    .findLast(
      ({ name, args }) => name === 'exchange_options' && args['order_number'] === orderNumber && args['line'] === line,
    );
  const parsed = exchangeOptions.safeParse(told?.output);
  return parsed.success ? parsed.data : undefined;
}
