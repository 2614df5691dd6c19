import type { NoticeOf } from './notice.ts';
import { paragraph, type Letter } from './letter.ts';
import {
  itemList,
  parcelFacts,
  refundFacts,
  trackingBlocks,
  writeWords,
  writtenOn,
  type Writing,
} from './notice-facts.ts';

export function trackingLinkLetter({ parcels }: NoticeOf<'tracking_link'>, writing: Writing): Letter {
  const { text, subject, email } = writeWords(
    writing,
    writing.profile.order_notices.tracking_link,
    parcelFacts(parcels[0], writing),
  );
  return { text, subject, body: [...paragraph(email), ...parcels.flatMap(trackingBlocks)], reason: 'call' };
}

export function shippedLetter({ parcel, items, isPartial }: NoticeOf<'shipped'>, writing: Writing): Letter {
  const { shipped, partly_shipped } = writing.profile.order_notices;
  const { text, subject, email } = writeWords(
    writing,
    isPartial ? partly_shipped : shipped,
    parcelFacts(parcel, writing),
  );
  return { text, subject, body: [...paragraph(email), ...itemList(items), ...trackingBlocks(parcel)], reason: 'order' };
}

export function deliveredLetter({ parcel, items, deliveredOn }: NoticeOf<'delivered'>, writing: Writing): Letter {
  const { profile } = writing;
  const { text, subject, email } = writeWords(writing, profile.order_notices.delivered, {
    ...parcelFacts(parcel, writing),
    delivered_on: writtenOn(deliveredOn, writing),
    wait_hours: profile.parcels.wait_hours_after_delivered.toString(),
  });
  return { text, subject, body: [...paragraph(email), ...itemList(items), ...trackingBlocks(parcel)], reason: 'order' };
}

export function reshippedLetter({ items, city, zip }: NoticeOf<'reshipped'>, writing: Writing): Letter {
  const { text, subject, email } = writeWords(writing, writing.profile.order_notices.reshipped, { city, zip });
  return { text, subject, body: [...paragraph(email), ...itemList(items)], reason: 'order' };
}

export function investigationOpenedLetter({ parcel }: NoticeOf<'investigation_opened'>, writing: Writing): Letter {
  const { text, subject, email } = writeWords(
    writing,
    writing.profile.order_notices.investigation_opened,
    parcelFacts(parcel, writing),
  );
  return { text, subject, body: [...paragraph(email), ...trackingBlocks(parcel)], reason: 'call' };
}

export function investigationResolvedLetter(
  { resolved }: NoticeOf<'investigation_resolved'>,
  writing: Writing,
): Letter {
  const { text, subject, email } = resolutionWords(resolved, writing);
  return { text, subject, body: paragraph(email), reason: 'order' };
}

function resolutionWords(resolved: NoticeOf<'investigation_resolved'>['resolved'], writing: Writing) {
  const phrases = writing.profile.order_notices;
  switch (resolved.by) {
    case 'found':
      return writeWords(writing, phrases.parcel_found, { words: resolved.words });
    case 'reship':
      return writeWords(writing, phrases.parcel_sent_again);
    case 'refund':
      return writeWords(writing, phrases.parcel_refunded, refundFacts(resolved.refund, writing));
  }
}
