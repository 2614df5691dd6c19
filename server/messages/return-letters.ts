import { joined } from '../orders/parcel-facts.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { paragraph, type Letter } from './letter.ts';
import type { NoticeOf } from './notice.ts';
import { itemList, refundFacts, shortItems, writeWords, writtenOn, type Writing } from './notice-facts.ts';

type LabelNotice = NoticeOf<'return_created' | 'label_again' | 'exchange_created'>;

/** How to send items back (seed, "After Every Call", 2): the steps in order, with the label attached. */
export function labelLetter(notice: LabelNotice, writing: Writing): Letter {
  const { profile } = writing;
  const facts: Facts = {
    order_number: writing.orderNumber,
    rma: notice.rma,
    items: shortItems(notice.items),
    label_url: notice.labelUrl,
    ship_by: writtenOn(notice.shipBy, writing),
    label_days: profile.returns.label_days.toString(),
    replacements: 'replacements' in notice ? writtenReplacements(notice) : undefined,
    ...refundFacts('refund' in notice ? notice.refund : undefined, writing),
  };
  const { text, subject, email } = writeWords(writing, profile.return_notices[notice.kind], facts);
  const { pack, label, ship, refund, exchange } = profile.return_notices.steps;
  const isExchange = notice.kind === 'exchange_created' || (notice.kind === 'label_again' && notice.isExchange);
  return {
    text,
    subject,
    body: [
      ...paragraph(email),
      {
        block: 'steps',
        steps: [pack, label, ship, isExchange ? exchange : refund].map((step) => sayPhrase(profile, step, facts)),
      },
      { block: 'link', words: 'Open the label', url: notice.labelUrl },
      {
        block: 'table',
        caption: isExchange ? 'Your exchange' : 'Your return',
        rows: [
          { name: 'Number', value: notice.rma },
          { name: 'Order', value: writing.orderNumber },
          { name: 'Ship by', value: facts['ship_by'] ?? notice.shipBy },
        ],
      },
      {
        block: 'table',
        caption: 'What you send back',
        rows: notice.items.map(({ name, quantity }) => ({ name, value: quantity.toString() })),
      },
    ],
    reason: 'call',
    labelOf: notice.rma,
  };
}

const writtenReplacements = ({ replacements }: NoticeOf<'exchange_created'>) =>
  joined(replacements.map(({ name, quantity }) => `${quantity} x ${name}`));

export function returnReceivedLetter({ rma, items, refund }: NoticeOf<'return_received'>, writing: Writing): Letter {
  const { return_received, exchange_received } = writing.profile.return_notices;
  const { text, subject, email } = writeWords(writing, refund === undefined ? exchange_received : return_received, {
    rma,
    ...refundFacts(refund, writing),
  });
  return { text, subject, body: [...paragraph(email), ...itemList(items)], reason: 'order' };
}

export function returnStateLetter(
  notice: NoticeOf<'return_held' | 'return_expired' | 'return_withdrawn'>,
  writing: Writing,
): Letter {
  const { text, subject, email } = writeWords(writing, writing.profile.return_notices[notice.kind], {
    rma: notice.rma,
    open_until: 'isOpenUntil' in notice ? writtenOn(notice.isOpenUntil, writing) : undefined,
  });
  return { text, subject, body: [...paragraph(email), ...itemList(notice.items)], reason: 'order' };
}
