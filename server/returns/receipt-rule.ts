import type { Effect, Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import type { Day } from '../policy/store-calendar.ts';
import type { Refund } from '../policy/refund.ts';
import { combinedRefund, refundableUnits } from './return-refund-rule.ts';
import { isOpen, outstanding, type ReturnLine, type ReturnRecord } from './return-record.ts';

/** What was found in a parcel. */
interface Found extends Units {
  readonly condition: 'good' | 'damaged';
}

export interface ReceiptFacts {
  readonly record: ReturnRecord;
  readonly order: Order;
  readonly found: readonly Found[];
  /** By line, delivered units that are on no RMA: of them a return that has expired takes its own. */
  readonly free: ReadonlyMap<number, number>;
  /** By SKU, what of the stock is nobody's. */
  readonly available: ReadonlyMap<string, number>;
  /** When it was posted, or else came. */
  readonly cameOn: Day;
}

/** What became of the units of one line. */
export interface LineReceipt {
  readonly line: number;
  readonly name: string;
  readonly good: number;
  readonly damaged: number;
  /** Of the good ones, whose price goes back. */
  readonly refunded: number;
  /** Of the good ones of an exchange, for how many the reserved replacement is sent. */
  readonly sentReserved: number;
  /** And for how many one from the stock. */
  readonly sentFree: number;
}

export type Receipt =
  | {
      readonly verdict: 'taken';
      readonly lines: readonly LineReceipt[];
      readonly effects: readonly Effect[];
      readonly refund: Refund | undefined;
      readonly isLate: boolean;
    }
  | { readonly verdict: 'refused'; readonly reason: 'no_such_line' | 'quantity_unavailable' };

/**
 * What follows from a parcel that came: its good units are sold again, and refunded at once or replaced as agreed; damaged
 * ones wait for a person. What comes after its RMA has expired or was cancelled is taken all the same, as long as its units
 * are on no other; a replacement that is gone by then becomes a refund.
 */
export function judgeReceipt(facts: ReceiptFacts): Receipt {
  const { record, order, found, cameOn } = facts;
  const lines: LineReceipt[] = [];
  const available = new Map(facts.available);
  for (const line of new Set(found.map((of) => of.line))) {
    const of = record.lines.find((candidate) => candidate.line === line);
    if (of === undefined) return { verdict: 'refused', reason: 'no_such_line' };
    const count = (condition: Found['condition']) =>
      found
        .filter((each) => each.line === line && each.condition === condition)
        .reduce((sum, each) => sum + each.quantity, 0);
    const [good, damaged] = [count('good'), count('damaged')];
    const free = isOpen(record) ? Infinity : (facts.free.get(line) ?? 0);
    if (good + damaged > Math.min(outstanding(of), free)) return { verdict: 'refused', reason: 'quantity_unavailable' };
    lines.push(lineReceipt({ of, good, damaged }, { record, order, available }));
  }
  const refund = combinedRefund(order, {
    units: lines.filter(({ refunded }) => refunded > 0).map(({ line, refunded }) => ({ line, quantity: refunded })),
    extraCents: lines.reduce((sum, line) => sum + differenceOf(record, line), 0),
  });
  return {
    verdict: 'taken',
    lines,
    effects: [...lines.flatMap((line) => effectsOf(record, line)), ...(refund === undefined ? [] : [refund])],
    refund,
    isLate: cameOn > record.shipBy,
  };
}

function lineReceipt(
  { of, good, damaged }: { of: ReturnLine; good: number; damaged: number },
  { record, order, available }: { record: ReturnRecord; order: Order; available: Map<string, number> },
): LineReceipt {
  const sku = record.kind === 'exchange' ? of.exchangeSku : undefined;
  // What is held keeps the replacement that was reserved for it.
  const sentReserved = sku === undefined ? 0 : Math.min(good, of.reserved - of.held);
  const inStock = sku === undefined ? 0 : (available.get(sku) ?? 0);
  const sentFree = Math.min(good - sentReserved, inStock);
  if (sku !== undefined) available.set(sku, inStock - sentFree);
  const refunded = Math.min(good - sentReserved - sentFree, refundableUnits(order, of.line));
  return { line: of.line, name: of.name, good, damaged, refunded, sentReserved, sentFree };
}

function effectsOf(record: ReturnRecord, receipt: LineReceipt): Effect[] {
  const { line, good, damaged, sentReserved, sentFree } = receipt;
  const sku = lineOf(record, receipt)?.exchangeSku;
  const units = (quantity: number) => ({ line, quantity });
  const sent = (quantity: number, is_reserved: boolean): Effect[] =>
    sku === undefined || quantity === 0
      ? []
      : [{ effect: 'send_units', ...units(quantity), sku, is_reserved, shipping: 'standard' }];
  return [
    ...(isOpen(record) ? [] : [{ effect: 'request_return', ...units(good + damaged) } as const]),
    ...(good > 0 ? [{ effect: 'receive_return', ...units(good), restock: true } as const] : []),
    ...(damaged > 0 ? [{ effect: 'receive_return', ...units(damaged), restock: false } as const] : []),
    ...sent(sentReserved, true),
    ...sent(sentFree, false),
  ];
}

const differenceOf = (record: ReturnRecord, receipt: LineReceipt) =>
  (lineOf(record, receipt)?.cheaperByCents ?? 0) * (receipt.sentReserved + receipt.sentFree);

const lineOf = ({ lines }: ReturnRecord, { line }: LineReceipt) => lines.find((of) => of.line === line);
