import { beginChange } from '../begin-change.ts';
import { ask, type Plan } from '../change-step.ts';
import { chooseItems } from '../choose-items.ts';
import { hearProblem } from '../hear-reason.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';

export const claim: Matter = {
  kind: 'claim',
  phrases: [
    'my item arrived damaged',
    'it arrived broken',
    'it is damaged',
    'it is defective',
    'it does not work',
    'i got the wrong item',
    'you sent me the wrong item',
    'an item is missing',
  ],
  isMeant: (text) =>
    hearProblem(text) !== undefined && !/\bpolic(y|ies)\b|^(can|could|do|does|what if)\b.*\bif\b/.test(plainly(text)),
  begin: (talk) => beginChange(talk, 'claim', "I'm sorry about that."),
};

/** Sympathy and the choice first, in the store's own words; nothing is sent back first (seed, "Damaged or Defective Items"). */
export const planClaim: Plan = (step) => {
  const { talk, orderNumber, draft, text } = step;
  const settleBy = draft.settleBy ?? hearSettlement(text);
  const problem = draft.problem ?? hearProblem(text);
  const known = { ...step, draft: { ...draft, settleBy, problem } };
  if (settleBy === undefined)
    return ask(known, { say: talk.profile.phrases.offer_claim, asked: 'settle_by', about: 'settle_by' });
  const chosen = chooseItems({ ...known, text: `${draft.words ?? ''} ${text}` }, questions);
  if (chosen.is === 'open') return chosen.reply;
  return propose(orderNumber, { ...chosen.step.draft, reasonWords: draft.reasonWords ?? draft.words }, talk.note);
};

/** "a replacement", "my money back"; undefined when neither, or both. */
export function hearSettlement(text: string): 'replacement' | 'refund' | undefined {
  const plain = plainly(text);
  const isReplacement =
    /\breplac(e|ement|ing)\b|\b(a )?new one\b|\banother one\b|\b(send|ship|get)( me)? (another|a new|it again|one)\b|\bthe first\b/.test(
      plain,
    );
  const isRefund = /\brefund(ed)?\b|\bmoney\b|\bpay me back\b|\bcredit\b|\bthe second\b/.test(plain);
  const isNotOne = /\b(not|don't want|no) (a |the )?(replacement|refund)\b/.exec(plain)?.[3];
  if (isNotOne !== undefined && isReplacement !== isRefund) return isNotOne === 'refund' ? 'replacement' : 'refund';
  if (isReplacement === isRefund) return undefined;
  return isReplacement ? 'replacement' : 'refund';
}

const questions = {
  which: 'Which item is it about',
  howMany: (name: string) => `How many of the ${name} is it about?`,
};
