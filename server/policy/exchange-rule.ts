import type { OrderLine, Variant } from '../orders/order.ts';

export interface Choice {
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
export function chooseVariant({ line, quantity, wanted, variants, axes, isPriceWaived }: Choice): ChoiceVerdict {
  if (variants === undefined || line.sku === undefined || line.variant === undefined) return { is: 'facts_unknown' };
  if (Object.keys(wanted).some((axis) => !axes.includes(axis))) return { is: 'no_such_variant' };
  const target = { ...line.variant, ...wanted };
  const variant = variants.find(({ options }) => isSame(options, target));
  if (variant === undefined) return { is: 'no_such_variant' };
  if (variant.sku === line.sku) return { is: 'same_variant' };
  if (variant.priceCents > line.unitPriceCents && !isPriceWaived) return { is: 'dearer', variant };
  if (variant.available < quantity) return { is: 'out_of_stock', variant };
  return { is: 'chosen', variant, cheaperByCents: Math.max(0, line.unitPriceCents - variant.priceCents) };
}

/** What a line may be exchanged for now, at no extra charge. */
export const choicesFor = (
  { sku, variant, unitPriceCents }: OrderLine,
  variants: readonly Variant[],
  axes: readonly string[],
): Variant[] =>
  variants.filter(({ sku: of, available, priceCents, options }) => {
    const differs = Object.keys({ ...variant, ...options }).filter(
      (axis) => !isSameText(options[axis] ?? '', variant?.[axis] ?? ''),
    );
    return of !== sku && available > 0 && priceCents <= unitPriceCents && differs.every((axis) => axes.includes(axis));
  });

const isSame = (options: Readonly<Record<string, string>>, target: Readonly<Record<string, string>>) =>
  Object.keys({ ...options, ...target }).every((axis) => isSameText(options[axis] ?? '', target[axis] ?? ''));

const isSameText = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
