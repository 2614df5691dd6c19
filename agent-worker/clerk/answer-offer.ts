import type { Offer } from '@orderline/contract/refusal.ts';
import { openDraft } from './answer-change.ts';
import { askPerson, offerException, wasRefusedLast } from './ask-person.ts';
import { ask } from './change-step.ts';
import { calling, type ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { AskedMatter, Draft } from './draft.ts';
import { hearProblem } from './hear-reason.ts';
import { leaning } from './leaning.ts';
import { wants } from './matters/matters.ts';
import { itemsFor } from './order-items.ts';
import { orderTold } from './order-told.ts';
import { plainly } from './plainly.ts';
import { continueChange } from './plans.ts';
import { fetchFacts, propose } from './propose-change.ts';
import { knownOf } from './questions.ts';
import type { Talk } from './talk.ts';
import { tellOrder } from './tell-order.ts';

type Open = NonNullable<ReturnType<typeof openDraft>>;

/** To what the store's rules offer instead of what they refused. */
export function answerOffer(talk: Talk): ClerkReply | undefined {
  const { offers = [], matter = 'other' } = talk.note ?? {};
  const open = openDraft(talk);
  const [asked, ...others] = offers;
  if (open === undefined) return answerParcelOffer(talk, asked);
  const { text } = talk.turn;
  const problem = asked === 'claim' ? hearProblem(text) : undefined;
  const named = otherNamed(text, offers);
  if (named !== undefined && named !== asked) return take(named, talk, open);
  const answer = problem === undefined ? leaning(text, talk.lastSaid) : 'yes';
  if (answer === 'yes')
    return asked === undefined ? propose(open.orderNumber, open.draft, talk.note) : take(asked, talk, open);
  if (answer !== 'no') return undefined;
  if (isNewWish(talk)) return undefined;
  if (asked !== 'escalation' && others.includes('escalation')) return toException(talk, open, matter);
  return settle(talk, 'All right.');
}

/** To "Can I place you on a brief hold?". */
export function answerException(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  if (open === undefined) return undefined;
  const { text } = talk.turn;
  const answer = /\b(i'll|i can|i will) (hold|wait)\b/.test(plainly(text)) ? 'yes' : leaning(text, talk.lastSaid);
  if (answer === 'yes') return takeEscalation(talk, open, talk.note?.matter ?? 'other');
  return answer === 'no' && !isNewWish(talk) ? settle(talk, 'All right.') : undefined;
}

/** While people look at it. */
export function answerHolding(talk: Talk): ClerkReply | undefined {
  const { note } = talk;
  const answer = leaning(talk.turn.text);
  if (note === undefined || isNewWish(talk)) return undefined;
  if (answer === 'yes' || /\b(thanks?|i'll (hold|wait)|take your time)\b/.test(plainly(talk.turn.text)))
    return { say: 'Thank you for holding.', note };
  return answer === 'no' ? settle(talk, "No problem, you don't have to hold.") : undefined;
}

const isNewWish = ({ turn }: Talk) => wants.some(({ isMeant }) => isMeant(turn.text));

/** What is offered may be taken by its name, whichever of it was asked. */
function otherNamed(text: string, offers: readonly Offer[]): Offer | undefined {
  const plain = plainly(text);
  const named: readonly (readonly [Offer, RegExp])[] = [
    ['refund', /\b(refund|money)\b/],
    ['return', /\b(return|refund|money|send it back)\b/],
    ['replacement', /\breplacement\b/],
    ['escalation', /\b(exception|manager|supervisor|ask (your|the|them)|your team)\b/],
  ];
  return named.find(
    ([offer, pattern]) => offers.includes(offer) && pattern.test(plain) && !/\b(no|not|don't)\b/.test(plain),
  )?.[0];
}

function take(offer: Offer, talk: Talk, open: Open): ClerkReply {
  const { orderNumber, draft } = open;
  const { text } = talk.turn;
  const { lines, words, reason, reasonWords, condition } = draft;
  const begin = (next: Draft) => fetchFacts(orderNumber, next, talk.note);
  switch (offer) {
    case 'claim':
      return begin({ kind: 'claim', lines, words: text, reasonWords, problem: hearProblem(text) ?? 'defective' });
    case 'cancellation':
      return begin({ kind: 'cancellation', lines, words, reason, reasonWords });
    case 'return': {
      const whole = lines === undefined ? 'all of it' : words;
      const insteadOf = talk.note?.rma ?? draft.insteadOf;
      const counted = draft.kind === 'return' && insteadOf === undefined ? asManyAsLeft(talk, open) : lines;
      return begin({
        kind: 'return',
        lines: counted?.map(({ line, quantity }) => ({ line, quantity })),
        words: whole,
        reason,
        reasonWords,
        condition,
        insteadOf,
      });
    }
    case 'refund':
    case 'replacement':
      return continueChange(talk, { orderNumber, draft: { ...draft, settleBy: offer }, text: '' });
    case 'reship':
      return begin({ kind: 'reship' });
    case 'escalation':
      return takeEscalation(talk, open, talk.note?.matter ?? 'other');
    case 'label_again':
      return sendLabel(orderNumber, talk.note?.rma ?? '');
    case 'investigation':
      return tellOrder(talk, orderNumber, { ...knownOf(talk.note), draft: undefined, wish: 'not_there' });
    case 'exchange':
    case 'other_variant':
      return ask(
        { talk, orderNumber, draft },
        { say: 'Which one would you like?', asked: 'variant', about: 'variant' },
      );
    case 'wait':
      return settle(talk, 'All right.');
  }
}

/** Of each item, what the store's rules still take. */
function asManyAsLeft(talk: Talk, { orderNumber, draft }: Open): Draft['lines'] {
  const items = itemsFor(draft, orderNumber, talk) ?? [];
  return draft.lines?.map((one) => {
    const left = items.find(({ line }) => line === one.line)?.available ?? 0;
    return left > 0 ? { ...one, quantity: Math.min(one.quantity ?? left, left) } : one;
  });
}

/** The exception needs a reason, which a person will want to know; then the caller is asked to hold. */
function toException(talk: Talk, open: Open, matter: AskedMatter): ClerkReply {
  const { draft, orderNumber } = open;
  const isReturn = draft.kind === 'return' || draft.kind === 'exchange';
  if (!isReturn) return offerException({ talk, ...open }, matter);
  const excepted = { ...draft, exception: { matter, isAgreed: false } };
  return continueChange(talk, { orderNumber, draft: excepted, text: '' });
}

/** What was refused goes to a person as it was proposed: so it is proposed first, where it was not yet. */
function takeEscalation(talk: Talk, { orderNumber, draft }: Open, matter: AskedMatter): ClerkReply {
  const agreed = { ...draft, exception: { matter, isAgreed: true } };
  const step = { talk, orderNumber, draft: agreed };
  const isProposable = draft.lines !== undefined || draft.kind === 'address_change' || draft.kind === 'reship';
  if (!isProposable || wasRefusedLast(step)) return askPerson(step, matter);
  return continueChange(talk, { orderNumber, draft: agreed, text: '' });
}

export function sendLabel(orderNumber: string, rma: string): ClerkReply {
  return {
    say: '',
    note: { orderNumber, rma, asked: 'matter', about: 'anything_else' },
    toolCalls: calling('send_return_label', { order_number: orderNumber, rma }),
  };
}

/** What is offered beside no change: to look for a parcel, or a label again. */
function answerParcelOffer(talk: Talk, asked: Offer | undefined): ClerkReply | undefined {
  const { orderNumber, rma } = talk.note ?? {};
  if (orderNumber === undefined || !talk.verified.includes(orderNumber)) return undefined;
  const answer = leaning(talk.turn.text, talk.lastSaid);
  if (answer === 'no' && !isNewWish(talk)) return settle(talk, 'All right.');
  if (answer !== 'yes') return undefined;
  if (asked === 'label_again' && rma !== undefined) return sendLabel(orderNumber, rma);
  if (asked === 'reship') return fetchFacts(orderNumber, { kind: 'reship' }, talk.note);
  if (asked === 'investigation') return investigate(talk, orderNumber);
  return undefined;
}

function investigate({ note }: Talk, orderNumber: string, trackingNumber?: string): ClerkReply {
  return {
    say: '',
    note: { otherOrders: note?.otherOrders, orderNumber, asked: 'matter', about: 'which_parcel' },
    toolCalls: calling('open_investigation', {
      order_number: orderNumber,
      ...(trackingNumber === undefined ? {} : { tracking_number: trackingNumber }),
    }),
  };
}

/** Which of several parcels: by what is in it, who brings it, or its number. */
export function answerWhichParcel(talk: Talk): ClerkReply | undefined {
  const { orderNumber } = talk.note ?? {};
  if (orderNumber === undefined || !talk.verified.includes(orderNumber)) return undefined;
  const said = plainly(talk.turn.text);
  const named = parcelsTold(talk, orderNumber).filter(({ names }) => names.some((name) => said.includes(name)));
  const [only, another] = named;
  return only === undefined || another !== undefined ? undefined : investigate(talk, orderNumber, only.trackingNumber);
}

function parcelsTold(talk: Talk, orderNumber: string): { trackingNumber: string; names: string[] }[] {
  return (orderTold(talk, orderNumber)?.tracking?.parcels ?? []).flatMap(({ tracking_number, carrier, lines }) =>
    tracking_number === undefined
      ? []
      : [
          {
            trackingNumber: tracking_number,
            names: [tracking_number, ...(carrier === undefined ? [] : [carrier]), ...lines.flatMap(wordsOf)].map(
              plainly,
            ),
          },
        ],
  );
}

const wordsOf = ({ name }: { name: string }) =>
  (name.split(/ [-–—] /)[0] ?? '').split(' ').filter((word) => word.length > 3);
