import { sql, type Kysely } from 'kysely';

/**
 * Orders, after Medusa's model: what was bought, what became of each line by quantity, the parcels it left in, how it was
 * paid. Money is integer cents. `version` rises with every change.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table orders (
      order_number text primary key,
      version integer not null default 1,
      status text not null check (status in (
        'processing', 'on_hold', 'back_ordered', 'partially_shipped', 'shipped', 'out_for_delivery', 'delivered',
        'returned_to_sender', 'cancelled', 'returned', 'refunded')),
      is_demo boolean not null default false,
      email text not null,
      phone text,
      customer_name text not null,
      loyalty_tier text,
      currency text not null default 'USD',
      subtotal_cents integer not null check (subtotal_cents >= 0),
      discount_cents integer not null default 0 check (discount_cents >= 0),
      shipping_cents integer not null default 0 check (shipping_cents >= 0),
      total_cents integer not null check (total_cents >= 0),
      shipping_method text not null check (shipping_method in ('standard', 'express', 'next_day', 'international')),
      recipient_name text not null,
      recipient_email text,
      street text not null,
      street2 text,
      city text not null,
      state text,
      zip text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      ordered_at timestamptz not null,
      estimated_delivery date,
      cancelled_at timestamptz,
      cancel_reason text,
      check (total_cents = subtotal_cents - discount_cents + shipping_cents)
    )`.execute(database);
  await sql`
    create table order_lines (
      order_number text not null references orders on delete cascade,
      line integer not null check (line > 0),
      sku text not null,
      name text not null,
      variant jsonb not null default '{}',
      kind text not null,
      is_final_sale boolean not null default false,
      is_personalised boolean not null default false,
      unit_price_cents integer not null check (unit_price_cents >= 0),
      quantity integer not null check (quantity > 0),
      shipped_quantity integer not null default 0,
      delivered_quantity integer not null default 0,
      cancelled_quantity integer not null default 0,
      return_requested_quantity integer not null default 0,
      returned_quantity integer not null default 0,
      primary key (order_number, line),
      check (shipped_quantity >= 0 and cancelled_quantity >= 0 and shipped_quantity + cancelled_quantity <= quantity),
      check (delivered_quantity between 0 and shipped_quantity),
      check (return_requested_quantity >= 0 and returned_quantity >= 0
        and return_requested_quantity + returned_quantity <= delivered_quantity)
    )`.execute(database);
  await sql`
    create table parcels (
      order_number text not null references orders on delete cascade,
      parcel integer not null check (parcel > 0),
      carrier text,
      tracking_number text,
      status text not null check (status in ('in_transit', 'out_for_delivery', 'delivered', 'returned_to_sender')),
      shipped_at timestamptz not null,
      estimated_delivery date,
      delivered_at timestamptz,
      primary key (order_number, parcel),
      check ((status = 'delivered') = (delivered_at is not null))
    )`.execute(database);
  await sql`
    create table parcel_lines (
      order_number text not null,
      parcel integer not null,
      line integer not null,
      quantity integer not null check (quantity > 0),
      primary key (order_number, parcel, line),
      foreign key (order_number, parcel) references parcels on delete cascade,
      foreign key (order_number, line) references order_lines on delete cascade
    )`.execute(database);
  await sql`
    create table parcel_scans (
      order_number text not null,
      parcel integer not null,
      at timestamptz not null,
      event text not null,
      place text,
      primary key (order_number, parcel, at),
      foreign key (order_number, parcel) references parcels on delete cascade
    )`.execute(database);
  await sql`
    create table payments (
      order_number text not null references orders on delete cascade,
      payment integer not null check (payment > 0),
      method text not null check (method in ('card', 'gift_card', 'paypal')),
      card_brand text,
      card_last4 text check (card_last4 ~ '^[0-9]{4}$'),
      captured_cents integer not null check (captured_cents >= 0),
      refunded_cents integer not null default 0 check (refunded_cents between 0 and captured_cents),
      refunded_at timestamptz,
      primary key (order_number, payment),
      check ((method = 'card') = (card_last4 is not null and card_brand is not null)),
      check ((refunded_cents > 0) = (refunded_at is not null))
    )`.execute(database);
}
