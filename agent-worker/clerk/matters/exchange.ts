import { offerException } from '../ask-person.ts';
import { beginChange } from '../begin-change.ts';
import { ask, type Plan, type Step } from '../change-step.ts';
import { chooseItems } from '../choose-items.ts';
import { calling, type ClerkReply } from '../clerk-reply.ts';
import { hearVariant } from '../hear-variant.ts';
import type { Matter } from '../matter.ts';
import { optionsTold } from '../order-options.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';

export const exchange: Matter = {
  kind: 'exchange',
  phrases: [
    'i want to exchange it',
    'i want to exchange it for a different size',
    'can i exchange it',
    'exchange an item',
    'i need a bigger size',
    'i need a different size',
    'i want a different colour',
  ],
  isMeant: (text) => {
    const plain = plainly(text);
    const isWanted =
      /\bexchang(e|ing)\b|\b(swap|trade)\b|\b(a |another |other |next )?(different|another|bigger|smaller|larger|other) (size|colou?r)\b|\b(need|want|like|get|have)\b.*\b(in|a) (a )?(size|small|medium|large|extra|xs|s|m|l|xl|xxl)\b|\b(size|one) (up|down)\b/.test(
        plain,
      );
    return (
      isWanted &&
      !/^(how|what|when|where|do|does|is|are|will)\b|\bpolic(y|ies)\b|\bexchange (rate|policy)|\b(my|the) exchange\b/.test(
        plain,
      )
    );
  },
  begin: (talk) => beginChange(talk, 'exchange'),
};

/** Which items, then for which size or colour of what there is, one item after the other. */
export const planExchange: Plan = (step) => {
  const chosen = chooseItems(step, questions);
  if (chosen.is === 'open') return chosen.reply;
  return chooseVariants(chosen.step);
};

function chooseVariants(step: Step): ClerkReply {
  const { talk, orderNumber, draft } = step;
  const open = draft.lines?.find(({ variant }) => variant === undefined);
  if (open === undefined) {
    const reasoned = { ...step, draft: { ...draft, reason: draft.reason ?? reasonOf(draft.lines?.[0]?.variant) } };
    return draft.exception?.isAgreed === false
      ? offerException(reasoned, draft.exception.matter)
      : propose(orderNumber, reasoned.draft, talk.note);
  }
  const options = optionsTold(talk, { orderNumber, line: open.line });
  if (options === undefined)
    return {
      say: '',
      note: { otherOrders: talk.note?.otherOrders, orderNumber, draft, asked: 'matter', about: 'variant' },
      toolCalls: calling('exchange_options', { order_number: orderNumber, line: open.line }),
    };
  const variant = hearVariant(step.text, options) ?? hearVariant(draft.words ?? '', options);
  if (variant !== undefined) {
    const lines = draft.lines?.map((one) => (one === open ? { ...one, variant } : one));
    return chooseVariants({ ...step, text: '', draft: { ...draft, lines, words: undefined } });
  }
  const hasChoice = options.options.some(({ is_in_stock }) => is_in_stock);
  return hasChoice
    ? ask(step, { say: options.say, asked: 'variant', about: 'variant', offers: ['other_variant', 'return'] })
    : ask(step, { say: options.say, asked: 'yes_no', about: 'offered', offers: ['return'] });
}

/** Who wants another size tells the reason with it. */
function reasonOf(variant: Record<string, string> | undefined): 'size' | 'colour' | 'other' {
  const axes = Object.keys(variant ?? {});
  return axes.includes('size') ? 'size' : axes.includes('colour') ? 'colour' : 'other';
}

const questions = {
  which: 'Which item would you like to exchange',
  howMany: (name: string) => `How many of the ${name} would you like to exchange?`,
};
