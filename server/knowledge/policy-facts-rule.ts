import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { Unit } from './quantities-rule.ts';

/** A number of the profile, and how sentences that are about it can be told. */
export interface PolicyFact {
  /** Its key in `store.yaml`. */
  readonly key: string;
  readonly units: readonly Unit[];
  /** What such a sentence has; and what one has that only looks like it. */
  readonly about: readonly RegExp[];
  readonly notAbout?: RegExp;
  readonly from: number;
  readonly to: number;
  /** For people, "5-7 business days". */
  readonly written: string;
}

const kindWords: Readonly<Record<string, RegExp>> = {
  electronics: /electronic/i,
  apparel: /\b(apparel|clothes|clothing|garment)/i,
  fragile: /\bfragile/i,
  gift_card: /\bgift cards?/i,
};
const sendBack = /\breturn|send(s|ing)?\b.{0,20}\bback|\b(bring|come|give|take)\b.{0,20}\bback|\bexchang|money.back/i;
const otherMatters =
  /exception|loyal|\b(gold|silver|platinum|vip|member)|holiday|warranty|guarantee|pre-?order|price match|damag|defect|fault|report|wrong item|label|slightly|business/i;
const fromDelivery = /\b(of|after|from|since|following)\b.{0,25}\b(deliver|receipt|receiv|arriv|purchase)/i;
const refunding =
  /\brefund\w*\b.{0,60}\b(process|issu|tak|credit|appear|arriv|post|reach|complet)|process.{0,20}refund|receiv\w* (your|a|the) (full )?refund|refund.{0,20}business|money (goes|is|comes) back|get.{0,20}money back/i;
const ofTheOrder = /\b(of|after|from|since)\b.{0,25}\b(deliver|purchase)|receiv\w* (your|the) (order|package|parcel)/i;

/** What the documents and the profile both say, the more particular first: the first fact a sentence fits is what it means. */
export function policyFacts({ returns, shipping, parcels }: StoreProfile): PolicyFact[] {
  const days = (key: string, value: number) =>
    ({ key, units: ['days'], from: value, to: value, written: `${value} days` }) as const;
  const businessDays = (key: string, { from, to }: { from: number; to: number }) =>
    ({
      key,
      units: ['business_days', 'days'],
      from,
      to,
      written: `${from === to ? '' : `${from}-`}${to} business days`,
    }) as const;
  const money = (key: string, value: number) =>
    ({ key, units: ['cents'], from: value, to: value, written: `$${(value / 100).toFixed(2)}` }) as const;
  const order = minutesOf(shipping.next_day.order_before);

  return [
    ...Object.entries(returns.days_by_kind).map(([kind, value]) => ({
      ...days(`returns.days_by_kind.${kind}`, value),
      about: [kindWords[kind] ?? new RegExp(`\\b${kind}`, 'i')],
      notAbout: otherMatters,
    })),
    {
      ...days('returns.label_days', returns.label_days),
      about: [/\blabel|\b(ship|post|mail|drop|send)s?\b.{0,30}\b(back|off)\b/i],
      notAbout: fromDelivery,
    },
    {
      ...businessDays('returns.refund_business_days', returns.refund_business_days),
      about: [refunding],
      notAbout: ofTheOrder,
    },
    { ...days('returns.days', returns.days), about: [sendBack], notAbout: otherMatters },
    {
      ...businessDays('shipping.express.business_days', shipping.express.business_days),
      about: [/\bexpress|expedited/i],
    },
    {
      ...businessDays('shipping.international.business_days', shipping.international.business_days),
      about: [/\binternational|abroad|overseas|outside (of )?the (us|united states)|another country/i],
      notAbout: /return|refund/i,
    },
    {
      ...businessDays('parcels.stuck_after_business_days', {
        from: parcels.stuck_after_business_days,
        to: parcels.stuck_after_business_days,
      }),
      about: [/\b(scan|tracking|status)/i, /\b(no|not|without|hasn.t|stuck|stopped)\b/i, /scan|mov|updat|chang/i],
    },
    { ...businessDays('shipping.standard.business_days', shipping.standard.business_days), about: [/\bstandard\b/i] },
    {
      key: 'parcels.wait_hours_after_delivered',
      units: ['hours'],
      from: parcels.wait_hours_after_delivered,
      to: parcels.wait_hours_after_delivered,
      written: `${parcels.wait_hours_after_delivered} hours`,
      about: [
        /deliver|missing|not (yet )?(been )?received|wasn.t received/i,
        /\bwait|missing|after|contact|receiv|arriv/i,
      ],
      notAbout: /tracking number|shipment|cancel|order within/i,
    },
    {
      ...money('shipping.express.price_cents', shipping.express.price_cents),
      about: [/\bexpress|expedited/i],
      notAbout: /\bfree\b/i,
    },
    {
      ...money('shipping.next_day.price_cents', shipping.next_day.price_cents),
      about: [/\bnext[- ](business[- ])?day|overnight/i],
      notAbout: /\bfree\b/i,
    },
    {
      ...money('shipping.standard.free_over_cents', shipping.standard.free_over_cents),
      about: [
        /\bfree\b/i,
        /\bship|deliver|standard/i,
        /\bover|above|more than|at least|minimum|from|spend|or more|exceed/i,
      ],
      notAbout: /\b(express|expedited|overnight|next[- ]day|return|exchange)/i,
    },
    {
      key: 'shipping.next_day.order_before',
      units: ['time'],
      from: order,
      to: order,
      written: shipping.next_day.order_before,
      about: [/\bnext[- ](business[- ])?day|overnight|same[- ]day/i, /\border|before|by|cut-?off|until/i],
    },
  ];
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
