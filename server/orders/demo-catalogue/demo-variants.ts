import type { VariantRow } from '../variants-table.ts';
import * as products from './demo-products.ts';
import type { DemoProduct } from './demo-products.ts';

/** Enough that nobody notices. */
const plenty = 40;

/** A product in every colour and size, by its skus: `TEE-NVY-M`. */
interface DemoRange {
  readonly product: string;
  readonly code: string;
  readonly colours: Readonly<Record<string, string>>;
  readonly sizes: readonly string[];
  readonly cents: number;
  /** Of colours that cost more or less. */
  readonly centsByColour?: Readonly<Record<string, number>>;
  /** Of variants of which there is not plenty. */
  readonly stock?: Readonly<Record<string, number>>;
}

const ranges: readonly DemoRange[] = [
  {
    product: 'Classic Tee',
    code: 'TEE',
    colours: { NVY: 'Navy', WHT: 'White' },
    sizes: ['S', 'M', 'L', 'XL'],
    cents: 2999,
    // Out of stock, and the last one.
    stock: { 'TEE-NVY-XL': 0, 'TEE-WHT-S': 1 },
  },
  {
    product: 'Jogger Pants',
    code: 'JOG',
    colours: { BLK: 'Black', GRY: 'Grey' },
    sizes: ['S', 'M', 'L'],
    cents: 4999,
    centsByColour: { GRY: 4499 },
    stock: { 'JOG-BLK-S': 0 },
  },
  {
    product: 'Oxford Shirt',
    code: 'OXF',
    colours: { SKY: 'Sky Blue', WHT: 'White' },
    sizes: ['S', 'M', 'L'],
    cents: 5900,
  },
  {
    product: 'Rain Jacket',
    code: 'RNJ',
    colours: { OLV: 'Olive', NVY: 'Navy', SLV: 'Reflective Silver' },
    sizes: ['M', 'L'],
    cents: 12_900,
    centsByColour: { SLV: 14_900 },
    stock: { 'RNJ-NVY-L': 1 },
  },
  { product: 'Wool Sweater', code: 'WSW', colours: { CHR: 'Charcoal' }, sizes: ['M', 'L', 'XL'], cents: 8950 },
  { product: 'Running Shoes', code: 'RUN', colours: { GRY: 'Grey' }, sizes: ['8', '9', '10'], cents: 9500 },
];

/** What the demo shop sells: its ranges, and everything else of the demo orders as it is. */
export function demoVariants(): VariantRow[] {
  const ranged = ranges.flatMap(rowsOf);
  const known = new Set(ranged.map(({ sku }) => sku));
  const others = Object.values(products as Record<string, DemoProduct>).filter(({ sku }) => !known.has(sku));
  return [...ranged, ...others.map(onlyVariant)];
}

const rowsOf = ({ product, code, colours, sizes, cents, centsByColour = {}, stock = {} }: DemoRange): VariantRow[] =>
  Object.entries(colours).flatMap(([short, colour]) =>
    sizes.map((size) => {
      const sku = `${code}-${short}-${size}`;
      return {
        sku,
        product,
        name: `${product} - ${colour}, Size ${size}`,
        options: { colour, size },
        price_cents: centsByColour[short] ?? cents,
        stock: stock[sku] ?? plenty,
        reserved: 0,
      };
    }),
  );

const onlyVariant = ({ sku, name, variant = {}, cents }: DemoProduct): VariantRow => ({
  sku,
  product: name,
  name,
  options: variant,
  price_cents: cents,
  // Of the vase there is no other: a claim on it can only be refunded.
  stock: sku === products.vase.sku ? 0 : plenty,
  reserved: 0,
});
