import { calling, type ClerkReply } from './clerk-reply.ts';
import { ask, type Step } from './change-step.ts';
import { type AskedMatter, draftOf } from './draft.ts';
import { argumentsOf } from './draft.ts';
import { isFailure } from './tool-result.ts';

type Asking = Omit<Step, 'items' | 'text'>;

/** The seed's sentence for borderline cases, before a person is asked. */
export const offerException = (step: Asking, matter: AskedMatter): ClerkReply =>
  ask(
    { ...step, draft: { ...step.draft, exception: { matter, isAgreed: false } } },
    { say: step.talk.profile.phrases.offer_exception, asked: 'yes_no', about: 'exception', matter },
  );

/** Asks the store's people, with what the caller said of it. */
export function askPerson({ talk, orderNumber, draft }: Asking, matter: AskedMatter): ClerkReply {
  const request = [draft.words, draft.reasonWords].filter((words) => words !== undefined && words !== '').join('. ');
  return {
    say: '',
    note: { otherOrders: talk.note?.otherOrders, orderNumber, draft, asked: 'yes_no', about: 'holding' },
    toolCalls: calling('escalate', {
      order_number: orderNumber,
      matter,
      request: (request === '' ? talk.turn.text : request).slice(0, 1_000) || matter,
    }),
  };
}

/** Whether the store's rules have refused this very change last: then the request to a person carries it. */
export function wasRefusedLast({ talk, orderNumber, draft }: Asking): boolean {
  const last = talk.results.findLast((result) => draftOf(result) !== undefined);
  if (last === undefined || !isFailure(last) || last.args['order_number'] !== orderNumber) return false;
  const proposed = draftOf(last);
  return proposed?.kind === draft.kind && JSON.stringify(argumentsOf(proposed)) === JSON.stringify(argumentsOf(draft));
}
