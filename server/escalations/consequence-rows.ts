import type { Consequences } from '@orderline/contract/proposal.ts';
import type { Row } from '../messages/letter.ts';
import { joined } from '../orders/parcel-facts.ts';
import { writtenAddress } from '../orders/written-address.ts';
import { writtenPrice } from '../orders/written-price.ts';
import { writtenDay, type Day } from '../policy/store-calendar.ts';

/** What approving a change would do, line by line, for whoever decides. */
export function consequenceRows(
  { lines, refund, stock, sends, ship_by, address }: Consequences,
  { currency, today }: { currency: string; today: Day },
): Row[] {
  const items = (moved: readonly { quantity: number; name: string }[]) =>
    moved.map(({ quantity, name }) => `${quantity} x ${name}`).join(', ');
  const stockRow = (move: Consequences['stock'][number]['move']): Row[] => {
    const moved = stock.filter((of) => of.move === move);
    return moved.length === 0 ? [] : [{ name: stockWords[move], value: items(moved) }];
  };
  return [
    ...(lines.length === 0 ? [] : [{ name: 'Items', value: items(lines) }]),
    ...(refund === undefined || refund.amount_cents === 0
      ? []
      : [{ name: 'Refund', value: refundWords(refund, currency) }]),
    ...stockRow('reserved'),
    ...stockRow('sent'),
    ...stockRow('back'),
    ...(address === undefined ? [] : [{ name: 'Ships to', value: writtenAddress(address) }]),
    ...(ship_by === undefined ? [] : [{ name: 'To be sent back by', value: writtenDay(ship_by, today) }]),
    ...(sends.length === 0 ? [] : [{ name: 'The customer gets', value: joined(sends.map(sendWords)) }]),
  ];
}

const stockWords: Record<Consequences['stock'][number]['move'], string> = {
  reserved: 'Set aside',
  sent: 'Sent from stock',
  back: 'Back into stock',
};

function refundWords(refund: NonNullable<Consequences['refund']>, currency: string): string {
  const parts = refund.parts.map(({ amount_cents, method }) => `${writtenPrice(amount_cents, currency)} to ${method}`);
  const when = refund.when === 'at_once' ? 'at once' : 'once the items are back';
  return `${parts.length === 0 ? writtenPrice(refund.amount_cents, currency) : joined(parts)}, ${when}`;
}

function sendWords({ what, by }: Consequences['sends'][number]): string {
  const way = { sms: 'by text', email: 'by email', standard: 'by standard shipping', express: 'by express shipping' };
  const thing = { confirmation: 'a confirmation', return_label: 'the return label', replacement: 'the items' };
  return `${thing[what]} ${way[by]}`;
}
