import { orderStatus } from '@orderline/contract/order.ts';
import { beginChange } from '../begin-change.ts';
import { ask, type Plan } from '../change-step.ts';
import { chooseItems } from '../choose-items.ts';
import { hearItems } from '../hear-items.ts';
import { hearReason } from '../hear-reason.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';
import { orderTold } from '../order-told.ts';

export const cancellation: Matter = {
  kind: 'cancellation',
  phrases: [
    'cancel my order',
    'i want to cancel my order',
    'please cancel my order',
    'can i cancel it',
    'i would like to cancel an item',
  ],
  isMeant: (text) =>
    /\bcancel(?!led|ed)\b|\bcancell?ing\b|\b(request|make) a cancell?ation\b|\b(don't|do not) (ship|send) (it|my order|the order)\b|\bcall off\b/.test(
      plainly(text),
    ) &&
    !/\b(why|policy|can't cancel|don't cancel|do not cancel|not cancel)\b|\bhow (do|long|can|late)\b/.test(
      plainly(text),
    ),
  begin: (talk) => beginChange(talk, 'cancellation'),
};

const cancellable: readonly string[] = orderStatus.options.filter((status) =>
  ['processing', 'on_hold', 'back_ordered', 'partially_shipped'].includes(status),
);
const someOfIt =
  /\b(an item|one item|some(thing)?( of)?|part of|one of (them|the items|my items)|a few|only (one|some))\b/;

/** All that has not shipped, or what the caller names of it; why is asked once, and need not be told. */
export const planCancellation: Plan = (step) => {
  const { talk, orderNumber, draft, items, text } = step;
  const isNamed = draft.lines !== undefined || hearItems(text, items).lines.length > 0 || talk.note?.about === 'items';
  const isSome = isNamed || (someOfIt.test(plainly(text)) && items.length > 1);
  const isWhole = !isSome || /\b(all|whole|entire|everything)\b/.test(plainly(text));
  const chosen = isWhole && draft.lines === undefined ? undefined : chooseItems(step, questions);
  if (chosen?.is === 'open') return chosen.reply;
  const known = { ...(chosen?.step.draft ?? draft), reason: draft.reason ?? hearReason(text) };
  const isAsked = known.reason !== undefined || draft.reasonWords !== undefined;
  const status = orderTold(talk, orderNumber)?.status;
  // Whether it can be cancelled comes before why.
  if (isAsked || (status !== undefined && !cancellable.includes(status))) return propose(orderNumber, known, talk.note);
  return ask({ ...step, draft: known }, { say: 'May I ask why?', asked: 'reason', about: 'reason' });
};

const questions = {
  which: 'Which item would you like to cancel',
  howMany: (name: string) => `How many of the ${name} would you like to cancel?`,
};
