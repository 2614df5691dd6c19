import { hearAddress } from '../hearing/hear-address.ts';
import { settle } from './continue-after.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { type Draft, draftOf } from './draft.ts';
import { hearItems } from './hear-items.ts';
import { hearVariant } from './hear-variant.ts';
import { hearSettlement } from './matters/claim.ts';
import { wants } from './matters/matters.ts';
import { type OrderItem, itemsFor } from './order-items.ts';
import { optionsTold } from './order-options.ts';
import { plainly } from './plainly.ts';
import { continueChange } from './plans.ts';
import { askAnythingElse, knownOf } from './questions.ts';
import type { Talk } from './talk.ts';
import { tellOrder } from './tell-order.ts';

/** The server says so where an order has changed before the caller's yes. */
const looksAgain = /\blook at it again\b/i;

/** The worker has told what came of a proposal; the call goes on from there. */
export function afterConfirmation(talk: Talk, told: NonNullable<Talk['told']>): ClerkReply {
  const proposed = lastProposal(talk);
  if (told.outcome === 'declined') return afterDeclined(talk, proposed);
  const { note } = talk;
  if (looksAgain.test(told.text) && proposed !== undefined)
    return tellOrder(talk, proposed.orderNumber, { wish: 'status', otherOrders: note?.otherOrders });
  // It ends with a question of the store's own: that one is open now.
  if (told.text.trimEnd().endsWith('?') && proposed !== undefined)
    return {
      say: '',
      note: {
        ...knownOf(note),
        ...proposed,
        asked: 'matter',
        about: proposed.draft.kind === 'exchange' ? 'variant' : 'instead',
      },
    };
  return settle(talk, '');
}

interface Proposed {
  orderNumber: string;
  draft: Draft;
}

/** What was proposed last, whichever model did it. */
function lastProposal({ results, verified }: Talk): Proposed | undefined {
  const proposal = results.findLast((result) => draftOf(result) !== undefined);
  const draft = proposal && draftOf(proposal);
  const orderNumber = proposal?.args['order_number'];
  return draft !== undefined && typeof orderNumber === 'string' && verified.includes(orderNumber)
    ? { orderNumber, draft }
    : undefined;
}

/** "No, the other one", "no, just one of them", "no, I want an exchange", or just no. */
function afterDeclined(talk: Talk, proposed: Proposed | undefined): ClerkReply {
  const corrected = proposed && talk.turn.by !== 'keys' ? correct(talk, proposed) : undefined;
  if (corrected !== undefined) return corrected;
  const other = wants.find(({ isMeant, kind }) => isMeant(talk.turn.text) && kind !== proposed?.draft.kind);
  if (other !== undefined && talk.turn.by !== 'keys') return other.begin(talk);
  const { otherOrders = [] } = talk.note ?? {};
  if (otherOrders.length > 0) return settle(talk, '');
  const { say, note } = askAnythingElse(talk);
  return { say, note: { ...note, ...proposed, about: 'instead' } };
}

/** The change as the caller would rather have it; undefined when nothing of it was corrected. */
export function correct(talk: Talk, { orderNumber, draft }: Proposed): ClerkReply | undefined {
  const { text } = talk.turn;
  const plain = plainly(text).replace(/^(no|nope|nah|well|um|oh|sorry|actually|wait|i mean)[,. ]+/g, '');
  const goOn = (next: Draft) =>
    continueChange(talk, { orderNumber, draft: { ...next, exception: undefined }, text: '' });
  if (/^(keep it|never ?mind|leave it|forget it|i('ve| have)? changed my mind|don't)\b/.test(plain)) return undefined;
  if (draft.kind === 'address_change' || (draft.kind === 'reship' && draft.address !== undefined)) {
    if (/\b(read|tell|say|hear)\b.*\b(address|it|back)\b|\bwhole address\b/.test(plain))
      return readBack(talk, { orderNumber, draft });
    const address = hearAddress(plain, { known: draft.address ?? {} });
    const isSame = JSON.stringify(address) === JSON.stringify(draft.address);
    return isSame ? undefined : goOn({ ...draft, address });
  }
  const settleBy = draft.kind === 'claim' ? hearSettlement(plain) : undefined;
  if (settleBy !== undefined && settleBy !== draft.settleBy) return goOn({ ...draft, settleBy });
  const variants = draft.kind === 'exchange' ? withVariant(talk, { orderNumber, draft }, plain) : undefined;
  if (variants !== undefined) return goOn({ ...draft, lines: variants });
  const lines = otherLines(plain, draft, itemsFor(draft, orderNumber, talk) ?? []);
  return lines === undefined ? undefined : goOn({ ...draft, lines });
}

/** The street as well, as the caller asked to hear it. */
function readBack(talk: Talk, { orderNumber, draft }: Proposed): ClerkReply {
  const { street, street2, city, state, zip } = draft.address ?? {};
  const place = [city, [state, zip].filter((part) => part !== undefined).join(' ')];
  const whole = [street, street2, ...place].filter((part) => part !== undefined && part !== '').join(', ');
  return {
    say: `I have ${whole}. Is that right?`,
    note: { otherOrders: talk.note?.otherOrders, orderNumber, draft, asked: 'yes_no', about: 'offered', offers: [] },
  };
}

function withVariant(talk: Talk, { orderNumber, draft }: Proposed, text: string): Draft['lines'] {
  const [line, another] = draft.lines ?? [];
  const options = line && another === undefined ? optionsTold(talk, { orderNumber, line: line.line }) : undefined;
  const variant = options && hearVariant(text, options);
  return variant === undefined ? undefined : draft.lines?.map((one) => ({ ...one, variant }));
}

/** "the other one": those that were not meant before. */
function otherLines(text: string, { lines = [] }: Draft, items: readonly OrderItem[]): Draft['lines'] {
  const isMeant = ({ line }: OrderItem) => lines.some((one) => one.line === line);
  const others = items.filter((item) => !isMeant(item));
  if (/\bthe other(s| ones?)?\b/.test(text) && others.length > 0)
    return others.length === 1
      ? others.map(({ line, available }) => (available <= 1 ? { line, quantity: 1 } : { line }))
      : undefined;
  const chosen = items.filter(isMeant);
  const counted = chosen.length === 1 ? hearItems(text, chosen).lines : [];
  const heard = counted.length > 0 ? counted : hearItems(text, items).lines;
  return heard.length === 0 || JSON.stringify(heard) === JSON.stringify(lines) ? undefined : heard;
}
