import type { StoreOrder } from '@orderline/contract/store-api.ts';
import { missing, type Finding } from './finding.ts';

/** What an order does not tell of what the rules ask for, and what that costs the store's customers. */
export function missingFacts(order: StoreOrder): Finding[] {
  const { status, items, parcels = [] } = order;
  const has = (wanted: StoreOrder['status'][]) => wanted.includes(status);
  const hasLeft = has(['partially_shipped', 'shipped', 'out_for_delivery', 'delivered', 'returned_to_sender']);
  const lacks = (fact: keyof (typeof items)[number]) => items.some((item) => item[fact] == null);
  const inParcels = (fact: 'delivered_at' | 'tracking_number' | 'carrier') =>
    parcels?.some((parcel) => parcel[fact] != null) === true;
  const facts: [fact: string, isMissing: boolean, cost: string][] = [
    ['revision', order.revision == null, 'a change cannot be refused when the order has moved meanwhile'],
    ['items.sku', lacks('sku'), toPerson('exchanges and replacements')],
    ['items.kind', lacks('kind'), toPerson('returns and exchanges')],
    ['items.final_sale', lacks('final_sale'), toPerson('returns and exchanges')],
    ['items.personalised', lacks('personalised'), toPerson('returns and exchanges')],
    ['items.variant', lacks('variant'), toPerson('exchanges')],
    [
      'delivered_at',
      status === 'delivered' && order.delivered_at == null && !inParcels('delivered_at'),
      toPerson('returns and exchanges'),
    ],
    [
      'tracking_number',
      hasLeft && order.tracking_number == null && !inParcels('tracking_number'),
      'callers get no tracking link',
    ],
    ['carrier', hasLeft && order.carrier == null && !inParcels('carrier'), 'callers do not hear who brings it'],
    [
      'estimated_delivery',
      has(['processing', 'shipped']) && order.estimated_delivery == null,
      'callers do not hear when it comes',
    ],
    [
      'payment_method',
      order.payment_method == null && order.payments == null,
      'callers hear of their "original payment method" only',
    ],
    ['email', order.email == null, 'only a caller who proved the order by e-mail can be written to'],
    ['phone', order.phone == null, 'nothing can be texted'],
  ];
  return facts.flatMap(([fact, isMissing, cost]) =>
    isMissing ? [missing(`POST /lookup, ${fact}`, `not told, so ${cost}`)] : [],
  );
}

const toPerson = (what: string) => `${what} go to a person instead of being decided`;
