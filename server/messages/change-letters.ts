import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { paragraph, type Letter } from './letter.ts';
import type { Happened, NoticeOf } from './notice.ts';
import { itemList, refundFacts, shortItems, writeWords, type Writing } from './notice-facts.ts';

export function cancellationLetter(
  { isWhole, items, refund }: NoticeOf<'cancellation_confirmed'>,
  writing: Writing,
): Letter {
  const { cancelled, partly_cancelled } = writing.profile.change_notices;
  const { text, subject, email } = writeWords(writing, isWhole ? cancelled : partly_cancelled, {
    items: shortItems(items),
    ...refundFacts(refund, writing),
  });
  return { text, subject, body: [...paragraph(email), ...itemList(items)], reason: 'call' };
}

export function addressLetter({ city, zip, address }: NoticeOf<'address_changed'>, writing: Writing): Letter {
  const { text, subject, email } = writeWords(writing, writing.profile.change_notices.address_changed, {
    city,
    zip,
    address,
  });
  return { text, subject, body: paragraph(email), reason: 'call' };
}

export function claimLetter({ items, settled }: NoticeOf<'claim_settled'>, writing: Writing): Letter {
  const { replacement_sent, claim_refunded } = writing.profile.change_notices;
  const facts: Facts = { items: shortItems(items) };
  const { text, subject, email } =
    settled.by === 'replacement'
      ? writeWords(writing, replacement_sent, {
          ...facts,
          shipping: settled.shipping === 'express' ? 'express' : undefined,
        })
      : writeWords(writing, claim_refunded, { ...facts, ...refundFacts(settled.refund, writing) });
  return { text, subject, body: [...paragraph(email), ...itemList(items)], reason: 'call' };
}

export function refundLetter({ refund }: NoticeOf<'refunded'>, writing: Writing): Letter {
  const { text, subject, email } = writeWords(
    writing,
    writing.profile.change_notices.refunded,
    refundFacts(refund, writing),
  );
  return { text, subject, body: paragraph(email), reason: 'order' };
}

export function decisionLetter({ isApproved, request, words }: NoticeOf<'decision'>, writing: Writing): Letter {
  const { approved, not_approved } = writing.profile.change_notices;
  const { text, subject, email } = writeWords(writing, isApproved ? approved : not_approved, { request, words });
  return { text, subject, body: paragraph(email), reason: 'call' };
}

export function changeFailedLetter({ change }: NoticeOf<'change_failed'>, writing: Writing): Letter {
  const { change_failed, called } = writing.profile.change_notices;
  const { text, subject, email } = writeWords(writing, change_failed, { change: asNoun(called[change], writing) });
  return { text, subject, body: paragraph(email), reason: 'call' };
}

/** What was done in a call, in one text and in one list. */
export function summaryLetter({ happened }: NoticeOf<'call_summary'>, writing: Writing): Letter {
  const entries = happened.map((entry) => summaryOf(entry, writing));
  const { text, subject, email } = writeWords(writing, writing.profile.change_notices.call_summary, {
    happened: entries.join(' '),
  });
  return { text, subject, body: [...paragraph(email), { block: 'list', entries }], reason: 'call' };
}

function summaryOf({ orderNumber, change, rma, outcome }: Happened, writing: Writing): string {
  const { in_summary, called } = writing.profile.change_notices;
  return sayPhrase(writing.profile, in_summary[outcome === 'done' ? change : outcome], {
    order_number: orderNumber,
    rma,
    change: asNoun(called[change], writing),
  });
}

/** Within a sentence, where a phrase's capital has no place. */
const asNoun = (template: string, { profile }: Writing) =>
  sayPhrase(profile, template).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
