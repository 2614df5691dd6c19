import { hearAddress } from '../hearing/hear-address.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { Draft } from './draft.ts';
import { hearCondition } from './hear-condition.ts';
import { hearItems } from './hear-items.ts';
import { hearProblem, hearReason } from './hear-reason.ts';
import { leaning } from './leaning.ts';
import { hearSettlement } from './matters/claim.ts';
import { anytime, wants } from './matters/matters.ts';
import { itemsFor } from './order-items.ts';
import { plainly } from './plainly.ts';
import { continueChange } from './plans.ts';
import { propose } from './propose-change.ts';
import type { Talk } from './talk.ts';

const longestReason = 500;

/** The draft that is open, with its order; undefined where there is none, or its order was never proven. */
export function openDraft({ note, verified }: Talk): { orderNumber: string; draft: Draft } | undefined {
  const { draft, orderNumber } = note ?? {};
  return draft !== undefined && orderNumber !== undefined && verified.includes(orderNumber)
    ? { orderNumber, draft }
    : undefined;
}

/** Which items, or how many of one. */
export function answerItems(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  const items = itemsFor(open.draft, open.orderNumber, talk) ?? [];
  const of = talk.note?.about === 'quantity' ? items.filter(({ line }) => isUncounted(open.draft, line)) : items;
  const { lines, among } = hearItems(text, of);
  if (lines.length === 0 && among === undefined) return undefined;
  if (isOtherWish(talk, open.draft) && lines.length === 0) return undefined;
  return continueChange(talk, { ...open, text });
}

const isUncounted = ({ lines = [] }: Draft, line: number) =>
  lines.some((one) => one.line === line && one.quantity === undefined);

/** Why: asked once, of a list; whatever else is said stands in the caller's own words, and nobody has to say. */
export function answerReason(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  const { draft } = open;
  const problem = draft.kind === 'cancellation' ? undefined : hearProblem(text);
  // What came broken is made good, and not taken back (seed, "Damaged or Defective Items").
  if (problem !== undefined) {
    const { lines, words } = draft;
    return continueChange(talk, { ...open, draft: { kind: 'claim', lines, words, problem, reasonWords: text }, text });
  }
  const reason = hearReason(text);
  if (reason === undefined && (isOtherWish(talk, draft) || isInterjection(text))) return undefined;
  const words = text.slice(0, longestReason);
  const isUnsaid = reason === undefined && isSilent(text);
  return continueChange(talk, {
    ...open,
    draft: { ...draft, reason: reason ?? 'other', ...(isUnsaid ? {} : { reasonWords: words }) },
    text: '',
  });
}

const isSilent = (text: string) =>
  leaning(text) !== 'unclear' ||
  /\b(rather not|prefer not|no reason|none of your|not (say|saying)|personal)\b/.test(plainly(text));

/** Unused, unworn, in its packaging: as the caller says, and never assumed. */
export function answerCondition(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  const { text } = talk.turn;
  const problem = hearProblem(text);
  if (open !== undefined && problem !== undefined) {
    const { lines, words } = open.draft;
    return continueChange(talk, { ...open, draft: { kind: 'claim', lines, words, problem }, text });
  }
  const condition = hearCondition(text);
  if (open === undefined || condition === undefined) return undefined;
  return propose(open.orderNumber, { ...open.draft, condition }, talk.note);
}

/** Which size or colour; or rather the money back. */
export function answerVariant(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  if (/\b(return|refund|money)\b/.test(plainly(text)))
    return continueChange(talk, { ...open, draft: { ...open.draft, kind: 'return', words: text }, text });
  const { draft } = open;
  const next = continueChange(talk, { ...open, draft: { ...draft, words: undefined }, text });
  // The same question again is none that was answered.
  return next.note.about === 'variant' && next.toolCalls === undefined ? undefined : next;
}

/** A replacement or a refund. */
export function answerSettlement(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  const settleBy = hearSettlement(talk.turn.text);
  if (open === undefined || settleBy === undefined) return undefined;
  return continueChange(talk, { ...open, draft: { ...open.draft, settleBy }, text: talk.turn.text });
}

/** An address, or the rest of one. */
export function answerAddress(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  const known = open.draft.address ?? {};
  const heard = hearAddress(text, { known, isAsked: true });
  const isNothing = JSON.stringify(heard) === JSON.stringify(known);
  const isBare = heard.street === known.street && heard.zip === known.zip && heard.state === known.state;
  if (isNothing || (isBare && (isOtherWish(talk, open.draft) || isInterjection(text)))) return undefined;
  return continueChange(talk, { ...open, text });
}

/** Whether what came back goes to the same address again. */
export function answerSameAddress(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  const { street } = hearAddress(text);
  const answer = leaning(text);
  if (street === undefined && answer === 'yes') return propose(open.orderNumber, open.draft, talk.note);
  if (street === undefined && answer !== 'no' && !/\b(different|new|another|moved|wrong)\b/.test(plainly(text)))
    return undefined;
  return continueChange(
    { ...talk, note: { ...open, asked: 'address', about: 'address' } },
    {
      ...open,
      draft: { ...open.draft, address: {} },
      text,
    },
  );
}

/** The caller wants something else than what is being put together. */
const isOtherWish = ({ turn }: Talk, draft: Draft): boolean =>
  wants.some(({ isMeant, kind }) => kind !== draft.kind && isMeant(turn.text));

/** "what?", "hold on", "goodbye": said to any question. */
export const isInterjection = (text: string): boolean =>
  text.trim().endsWith('?') || anytime.some(({ isMeant }) => isMeant(text));
