import type { Order, OrderLine, Variant } from '../orders/order.ts';
import { unitShares } from './refund-shares.ts';

export interface Choice {
  readonly order: Order;
  readonly line: OrderLine;
  readonly quantity: number;
  /** The axes that change; the others stay as they are. */
  readonly wanted: Readonly<Record<string, string>>;
  /** Of the line's product; undefined where the store does not tell. */
  readonly variants: readonly Variant[] | undefined;
  /** In which an exchange may differ (store profile, `exchanges.axes`). */
  readonly axes: readonly string[];
  /** A member of staff has set aside that it costs more. */
  readonly isPriceWaived: boolean;
}

export type ChoiceVerdict =
  | { readonly is: 'chosen'; readonly variant: Variant; readonly cheaperByCents: number }
  | { readonly is: 'facts_unknown' | 'same_variant' | 'no_such_variant' }
  | { readonly is: 'out_of_stock' | 'dearer'; readonly variant: Variant };

/**
 * The variant that an item is exchanged for: "different sizes or colors of the same item, subject to availability" (seed,
 * Exchanges), for no more than was paid for it (DESIGN §6).
 */
export function chooseVariant(choice: Choice): ChoiceVerdict {
  const { order, line, quantity, wanted, variants, axes, isPriceWaived } = choice;
  if (variants === undefined || line.sku === undefined || line.variant === undefined) return { is: 'facts_unknown' };
  if (Object.keys(wanted).some((axis) => !axes.includes(axis))) return { is: 'no_such_variant' };
  const target = { ...line.variant, ...wanted };
  const variant = variants.find(({ options }) => isSame(options, target));
  if (variant === undefined) return { is: 'no_such_variant' };
  if (variant.sku === line.sku) return { is: 'same_variant' };
  const differenceCents = priceDifferenceCents(order, line, variant);
  if (differenceCents > 0 && !isPriceWaived) return { is: 'dearer', variant };
  if (variant.available < quantity) return { is: 'out_of_stock', variant };
  return { is: 'chosen', variant, cheaperByCents: Math.max(0, -differenceCents) };
}

/**
 * By how much a unit of a variant costs more than what was bought, or less when negative: then as much less as was paid
 * for it, where the order had a discount.
 */
export function priceDifferenceCents(
  order: Order,
  { line, unitPriceCents }: OrderLine,
  { priceCents }: Variant,
): number {
  if (priceCents >= unitPriceCents) return priceCents - unitPriceCents;
  const paid = (unitShares(order).get(line) ?? []).map((share) => share.priceCents);
  return -Math.round(((unitPriceCents - priceCents) * Math.min(unitPriceCents, ...paid)) / unitPriceCents);
}

/** The variants of a line's product that differ from it only in what an exchange may change, in stock or not. */
export const optionsFor = (
  { sku, variant }: OrderLine,
  variants: readonly Variant[],
  axes: readonly string[],
): Variant[] =>
  variants.filter(({ sku: of, options }) => {
    const differs = Object.keys({ ...variant, ...options }).filter(
      (axis) => !isSameText(options[axis] ?? '', variant?.[axis] ?? ''),
    );
    return of !== sku && differs.every((axis) => axes.includes(axis));
  });

/** What a line may be exchanged for now, at no extra charge. */
export const choicesFor = (line: OrderLine, variants: readonly Variant[], axes: readonly string[]): Variant[] =>
  optionsFor(line, variants, axes).filter(
    ({ available, priceCents }) => available > 0 && priceCents <= line.unitPriceCents,
  );

const isSame = (options: Readonly<Record<string, string>>, target: Readonly<Record<string, string>>) =>
  Object.keys({ ...options, ...target }).every((axis) => isSameText(options[axis] ?? '', target[axis] ?? ''));

const isSameText = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
