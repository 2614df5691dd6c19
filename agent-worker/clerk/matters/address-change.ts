import { hearAddress, missingParts } from '../../hearing/hear-address.ts';
import { beginChange } from '../begin-change.ts';
import { ask, type Plan, type Step } from '../change-step.ts';
import type { ClerkReply } from '../clerk-reply.ts';
import { settle } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { orderTold } from '../order-told.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';
import { planReship } from './reship.ts';

export const addressChange: Matter = {
  kind: 'address_change',
  phrases: [
    'change my address',
    'i want to change the shipping address',
    'i need to change my shipping address',
    'send it to a different address',
    'i moved',
    'the address is wrong',
  ],
  isMeant: (text) =>
    /\b(change|changing|update|correct|edit|fix|switch)\b.*\baddress\b|\b(wrong|new|different|another|other) address\b|\baddress (is|was) (wrong|incorrect|not right)\b|\b(send|ship|deliver|redirect|reroute) (it|my order|the order|this|them|that) (somewhere|to (a|an|my|another|the) ?(new|different|other|another|work|office|home|house|mother|mom|parents|\d)|to \d)|\b(i|we)('ve| have)? (just |recently )?moved\b(?! (on|past))|\bput (in )?the wrong address\b/.test(
      plainly(text),
    ) && !/\be-?mail address\b/.test(plainly(text)),
  begin: (talk) => beginChange(talk, 'address_change'),
};

const preparing = ['processing', 'on_hold', 'back_ordered'];

/** Only while nothing has shipped (seed, "Address change"): that is looked at before anyone has to give an address. */
export const planAddressChange: Plan = (step) => {
  const { talk, orderNumber } = step;
  const order = orderTold(talk, orderNumber);
  if (order?.status === 'returned_to_sender') return planReship({ ...step, draft: { kind: 'reship' } });
  if (order?.status === 'cancelled') return ask(step, { say: order.say, asked: 'yes_no', about: 'why_cancelled' });
  if (order !== undefined && !preparing.includes(order.status))
    return settle(talk, talk.profile.phrases.address_already_shipped);
  return askForAddress(step);
};

/** Asks for what is missing of it, and proposes it when it is whole. */
function askForAddress(step: Step): ClerkReply {
  const { talk, orderNumber, draft, text } = step;
  const isAsked = talk.note?.about === 'address';
  const address = hearAddress(text, { known: draft.address ?? {}, isAsked });
  const known = { ...step, draft: { ...draft, address } };
  const missing = missingParts(address);
  if (missing.length === 0)
    return propose(orderNumber, { ...draft, address: { country: 'US', ...address } }, talk.note);
  const say =
    missing.length === 4
      ? "What's the new address? Please tell me the street, the city, the state and the zip code."
      : `And what's ${listed(missing.map((part) => `the ${partNames[part]}`))}?`;
  return ask(known, { say, asked: 'address', about: 'address' });
}

const partNames = { street: 'street, with its number', city: 'city', state: 'state', zip: 'zip code' };
const listed = (parts: readonly string[]) => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(parts);
