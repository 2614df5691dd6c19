import { beginChange } from '../begin-change.ts';
import { ask, type Plan } from '../change-step.ts';
import { chooseItems } from '../choose-items.ts';
import { hearReason } from '../hear-reason.ts';
import { namedLines } from '../item-names.ts';
import type { Matter } from '../matter.ts';
import { offerException } from '../ask-person.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';
import { sentences } from '../sentences.ts';

const wanted =
  /\breturn(ing)?\b(?! (policy|policies|window|label|address|period|shipping|process|status|to sender|to you|to the sender))|\b(send|sending|ship|take|bring|give)\b.*\bback\b|\b(want|need|get|give|like|have|request)\b.*\b(refund|my money back)\b|^(a |my )?(full )?refund( please)?[.!]?$/;
/** What the store's documents answer, and what came back by itself. */
const asked =
  /^(um |uh |so |hey |and )*(how|what|when|where|why|who|which|do|does|is|are|will)\b|\bpolic(y|ies)\b|\bhow (long|many|soon|much)\b|\b(came|sent|went|going|coming|shipped|returned) back to (you|the sender|sender|the store)\b|\bcan i return (a|an) \w+ (sale|card)|\b(my|the|a) return\b(?! (it|this|that|the|my))/;

export const returns: Matter = {
  kind: 'return',
  phrases: [
    'i want to return an item',
    'i want to return it',
    'i would like to return an item',
    'i would like to return my order',
    'return an item',
    'can i return this',
    'i want to send it back',
    'i want a refund',
  ],
  isMeant: (text) => {
    const plain = plainly(text);
    return (
      wanted.test(plain) &&
      (!asked.test(plain) || /\b(make|start|set up|begin|request|do) (a|my|the) return\b/.test(plain))
    );
  },
  begin: (talk) => beginChange(talk, 'return'),
};

/** Which items, then why; whether they are as new is what the store's rules ask last. */
export const planReturn: Plan = (step) => {
  const { talk, orderNumber } = step;
  const chosen = chooseItems(step, questions);
  if (chosen.is === 'open') return chosen.reply;
  const { draft, items, text } = chosen.step;
  const reason = draft.reason ?? hearReason(text);
  const known = { ...chosen.step, draft: { ...draft, reason } };
  if (reason === undefined) {
    const why = `Why would you like to return ${namedLines(draft.lines ?? [], items)}?`;
    return ask(known, { say: sentences(chosen.told, why), asked: 'reason', about: 'reason' });
  }
  if (draft.exception?.isAgreed === false) return offerException(known, draft.exception.matter);
  const proposed = propose(orderNumber, known.draft, talk.note);
  return { ...proposed, say: chosen.told ?? '' };
};

const questions = {
  which: 'Which item would you like to return',
  howMany: (name: string) => `How many of the ${name} would you like to return?`,
};
