import { allColumns } from './csv-columns.ts';

/** What `npm run import -- --help` prints. */
export const importHelp = `npm run import -- <file> [--dry-run] [--strict] [--encoding <name>] [--report <file>]

Brings a store's orders into the built-in ones. Whole orders only; no message is sent. Orders that are here and
unchanged are skipped, those that an earlier import brought and nobody changed here since are brought up to date, and
those that a customer or an event changed here are reported and left. Run it as often as you like.

  --dry-run     reads and checks everything, tells what would happen, and changes nothing
  --strict      all or nothing: one order that cannot be imported, and none is
  --encoding    of the file, when it is neither UTF-8 nor UTF-16: windows-1252
  --report      where what was not imported is written, with the reasons; beside the file as <file>.rejected.csv

The file is a JSON array of orders, one JSON order a line (NDJSON), or CSV with a header, a row for each item; the rows
of an order stand together. Comma, semicolon or tab, as the header has it. A column that is not listed below is left out.

An order in JSON:

  {
    "order_number": "ORD-12345", "status": "shipped", "ordered_at": "2026-03-01",
    "email": "customer@email.com", "phone": "+1 512 555 0142", "customer_name": "Jane Doe", "loyalty_tier": "gold",
    "shipping_address": { "name": "Jane Doe", "street": "123 Main St", "street2": "", "city": "Austin", "state": "TX",
                          "zip": "78701", "country": "US" },
    "items": [
      { "sku": "TEE-NVY-M", "name": "Classic Tee - Navy, Size M", "quantity": 2, "price": 29.99,
        "variant": { "size": "M", "colour": "Navy" }, "kind": "apparel", "final_sale": false, "personalised": false }
    ],
    "discount": 5.00, "shipping": "free", "total": 54.98, "payment_method": "Visa ending in 4242",
    "estimated_delivery": "2026-03-08", "shipping_method": "standard",
    "parcels": [
      { "carrier": "UPS", "tracking_number": "1Z999AA10123456784", "shipped_at": "2026-03-02T16:20",
        "delivered_at": null, "lines": [{ "line": 1, "quantity": 2 }] }
    ]
  }

Instead of parcels: carrier, tracking_number, shipped_at and delivered_at of the order itself. Instead of payment_method:
"payments": [{ "method": "card" | "gift_card" | "paypal", "card_brand", "card_last4", "amount", "refunded", "refunded_at" }].
An item may also tell line, cancelled_quantity, returned_quantity and refunded_quantity.

The columns of a CSV file:

${wrapped(allColumns)}

  status      processing, on_hold, back_ordered, partially_shipped, shipped, out_for_delivery, delivered,
              returned_to_sender, cancelled, returned, refunded; it must be what the parcels make it
  money       dollars with a point ("29.99") in price, shipping, discount, subtotal, total, amount and refunded, or whole
              cents in the field of that name with _cents; items - discount + shipping must be the total, to the cent
  times       2026-03-08, 2026-03-08T16:20 by the clocks of the store's time_zone, or with an offset
  numbers     order numbers must have one of the order_number_formats of store.yaml
  cards       the last four digits only: an order with a card number in it is refused
`;

function wrapped(names: readonly string[]): string {
  const lines = names.reduce<string[]>((all, name) => {
    const last = all.at(-1);
    if (last === undefined || last.length + name.length > 108) return [...all, `  ${name}`];
    return [...all.slice(0, -1), `${last}, ${name}`];
  }, []);
  return lines.join(',\n');
}
