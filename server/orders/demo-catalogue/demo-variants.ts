import type { VariantRow } from '../variants-table.ts';
import * as products from './demo-products.ts';
import type { DemoProduct } from './demo-products.ts';

/** Enough that nobody notices. */
const plenty = 40;

/** Sizes and colours of one product; `stock` of a variant by its sku, of the others plenty. */
interface DemoRange {
  readonly product: string;
  readonly cents: number;
  readonly variants: readonly (readonly [sku: string, name: string, options: Record<string, string>])[];
  readonly stock?: Readonly<Record<string, number>>;
}

const sizes = (code: string, name: string, colours: readonly [string, string][], all: readonly string[]) =>
  colours.flatMap(([short, colour]) =>
    all.map((size) => [`${code}-${short}-${size}`, `${name} - ${colour}, Size ${size}`, { colour, size }] as const),
  );

const ranges: readonly DemoRange[] = [
  {
    product: 'Classic Tee',
    cents: 2999,
    variants: sizes(
      'TEE',
      'Classic Tee',
      [
        ['NVY', 'Navy'],
        ['WHT', 'White'],
      ],
      ['S', 'M', 'L', 'XL'],
    ),
    // Out of stock, and the last one.
    stock: { 'TEE-NVY-XL': 0, 'TEE-WHT-S': 1 },
  },
  {
    product: 'Jogger Pants',
    cents: 4999,
    variants: sizes(
      'JOG',
      'Jogger Pants',
      [
        ['BLK', 'Black'],
        ['GRY', 'Grey'],
      ],
      ['S', 'M', 'L'],
    ),
    stock: { 'JOG-BLK-S': 0 },
  },
  {
    product: 'Oxford Shirt',
    cents: 5900,
    variants: sizes(
      'OXF',
      'Oxford Shirt',
      [
        ['SKY', 'Sky Blue'],
        ['WHT', 'White'],
      ],
      ['S', 'M', 'L'],
    ),
  },
  {
    product: 'Rain Jacket',
    cents: 12_900,
    variants: sizes(
      'RNJ',
      'Rain Jacket',
      [
        ['OLV', 'Olive'],
        ['NVY', 'Navy'],
      ],
      ['M', 'L'],
    ),
    stock: { 'RNJ-NVY-L': 1 },
  },
  {
    product: 'Wool Sweater',
    cents: 8950,
    variants: sizes('WSW', 'Wool Sweater', [['CHR', 'Charcoal']], ['M', 'L', 'XL']),
  },
  {
    product: 'Running Shoes',
    cents: 9500,
    variants: sizes('RUN', 'Running Shoes', [['GRY', 'Grey']], ['8', '9', '10']),
  },
];

/** What the demo shop sells: its ranges, and everything else of the demo orders as it is. */
export function demoVariants(): VariantRow[] {
  const ranged = ranges.flatMap(({ product, cents, variants, stock = {} }) =>
    variants.map(([sku, name, options]) => row({ sku, name, options, product, cents, stock: stock[sku] ?? plenty })),
  );
  const known = new Set(ranged.map(({ sku }) => sku));
  const others = Object.values(products as Record<string, DemoProduct>).filter(({ sku }) => !known.has(sku));
  return [
    ...ranged,
    ...others.map(({ sku, name, variant = {}, cents }) =>
      // Of the vase there is no other: a claim on it can only be refunded.
      row({ sku, name, options: variant, product: name, cents, stock: sku === products.vase.sku ? 0 : plenty }),
    ),
  ];
}

const row = ({
  cents,
  ...variant
}: Omit<VariantRow, 'price_cents' | 'reserved'> & { readonly cents: number }): VariantRow => ({
  ...variant,
  price_cents: cents,
  reserved: 0,
});
