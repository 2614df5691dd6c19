import { Client } from 'pg';

/** `#W1000000` and on, which the demo store's formats know. */
export const orderNumberOf = (index: number): string => `#W${1_000_000 + index}`;
export const emailOf = (index: number): string => `buyer${index}@example.com`;

/** So many orders that are being prepared, of two lines each, paid by card. */
export async function fillOrders(databaseUrl: string, count: number): Promise<void> {
  const steps = [
    `insert into variants (sku, product, name, price_cents, stock)
        select 'SKU-' || i, 'P-' || i, 'Thing ' || i, 2999, 1000 from generate_series(0, 999) i`,
    `insert into orders (order_number, status, email, phone, customer_name, subtotal_cents, shipping_cents, total_cents,
          shipping_method, recipient_name, street, city, state, zip, country, ordered_at, estimated_delivery)
        select '#W' || (1000000 + i), 'processing', 'buyer' || i || '@example.com', null, 'Buyer ' || i, 7998, 500, 8498,
          'standard', 'Buyer ' || i, i || ' Main St', 'Austin', 'TX', '78701', 'US', now() - interval '2 days', current_date + 5
        from generate_series(0, ${count - 1}) i`,
    `insert into order_lines (order_number, line, sku, name, variant, kind, unit_price_cents, quantity)
        select '#W' || (1000000 + i), line, 'SKU-' || ((i + line) % 1000), 'Thing ' || line, '{"size": "M"}', 'apparel',
          case line when 1 then 2999 else 2000 end, case line when 1 then 2 else 1 end
        from generate_series(0, ${count - 1}) i, generate_series(1, 2) line`,
    `insert into payments (order_number, payment, method, card_brand, card_last4, captured_cents)
        select '#W' || (1000000 + i), 1, 'card', 'Visa', '4242', 8498 from generate_series(0, ${count - 1}) i`,
  ];
  // The server's own connections would give up on it. What it leaves to be written is written before anything is measured.
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  for (const step of [...steps, 'vacuum analyze', 'checkpoint']) await client.query(step);
  await client.end();
}
