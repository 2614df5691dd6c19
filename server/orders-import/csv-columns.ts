/** Where the columns of a CSV file stand in an order; other names for them are those that shops' exports use. */
const orderColumns = [
  'order_number',
  'status',
  'email',
  'phone',
  'customer_name',
  'loyalty_tier',
  'currency',
  'ordered_at',
  'estimated_delivery',
  'cancelled_at',
  'cancel_reason',
  'shipping_method',
  'shipping',
  'shipping_cents',
  'discount',
  'discount_cents',
  'subtotal',
  'subtotal_cents',
  'total',
  'total_cents',
  'payment_method',
  'refunded',
  'refunded_cents',
  'refunded_at',
] as const;
const addressColumns = {
  recipient_name: 'name',
  recipient_email: 'email',
  street: 'street',
  street2: 'street2',
  city: 'city',
  state: 'state',
  zip: 'zip',
  country: 'country',
} as const;
const itemColumns = {
  sku: 'sku',
  item_name: 'name',
  quantity: 'quantity',
  price: 'price',
  price_cents: 'price_cents',
  kind: 'kind',
  final_sale: 'final_sale',
  personalised: 'personalised',
  cancelled_quantity: 'cancelled_quantity',
  returned_quantity: 'returned_quantity',
  refunded_quantity: 'refunded_quantity',
} as const;
const parcelColumns = ['carrier', 'tracking_number', 'shipped_at', 'delivered_at'] as const;
const alsoCalled: Readonly<Record<string, string>> = {
  order: 'order_number',
  order_date: 'ordered_at',
  name: 'item_name',
  item: 'item_name',
  qty: 'quantity',
  personalized: 'personalised',
  address: 'street',
  address2: 'street2',
  postal_code: 'zip',
  postcode: 'zip',
};

export interface Column {
  readonly of: 'order' | 'parcel' | 'address' | 'item' | 'variant';
  readonly field: string;
}

/** What a column of this heading holds; undefined when no field of an order is called so. */
export function columnOf(heading: string): Column | undefined {
  const plain = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  const name = alsoCalled[plain] ?? plain;
  if (isOneOf(orderColumns, name)) return { of: 'order', field: name };
  if (isOneOf(parcelColumns, name)) return { of: 'parcel', field: name };
  if (isKeyOf(addressColumns, name)) return { of: 'address', field: addressColumns[name] };
  if (isKeyOf(itemColumns, name)) return { of: 'item', field: itemColumns[name] };
  const variant = /^variant_(.+)$/.exec(name)?.[1];
  return variant === undefined ? undefined : { of: 'variant', field: variant };
}

/** Without these no order can be read. */
export const neededColumns = ['order_number', 'item_name', 'quantity'] as const;

/** Every heading, for the help. */
export const allColumns: readonly string[] = [
  ...orderColumns,
  ...Object.keys(addressColumns),
  ...Object.keys(itemColumns),
  'variant_size',
  'variant_colour',
  ...parcelColumns,
];

const isOneOf = (names: readonly string[], name: string) => names.includes(name);
const isKeyOf = <Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> =>
  Object.hasOwn(names, name);
