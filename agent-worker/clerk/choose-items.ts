import { ask, type Step } from './change-step.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { DraftLine } from './draft.ts';
import { hearItems } from './hear-items.ts';
import { choiceOf, namedLines, shortName } from './item-names.ts';
import type { OrderItem } from './order-items.ts';
import { sentences } from './sentences.ts';
import { tellRefusal } from './tell-refusal.ts';

/** How it is asked which items, and how many of one. */
export interface ItemQuestions {
  which: string;
  howMany: (name: string) => string;
}

type Chosen = { is: 'chosen'; step: Step; told: string | undefined } | { is: 'open'; reply: ClerkReply };

/**
 * Which items of the order a change takes, and how many of each: as the caller says it, asked for what is not clear. What
 * the store's rules do not allow is told at once, before anything else is asked.
 */
export function chooseItems(step: Step, questions: ItemQuestions): Chosen {
  const heard = withLines(step);
  if (heard === undefined) return { is: 'open', reply: askWhich(step, questions) };
  const { items, draft } = heard;
  const lines = draft.lines ?? [];
  const isAllowed = ({ line }: DraftLine) =>
    itemOf(line, items)?.refusal === undefined || draft.exception !== undefined;
  const refused = lines.filter((line) => !isAllowed(line));
  const allowed = lines.filter(isAllowed);
  const refusal = itemOf(refused[0]?.line, items)?.refusal;
  if (refusal !== undefined && allowed.length === 0) return { is: 'open', reply: tellRefusal(heard, refusal) };
  const told = refused.length === 0 ? undefined : `I can't take ${namedLines(refused, items)} back.`;
  const next = { ...heard, draft: { ...draft, lines: allowed } };
  const uncounted = allowed.find(({ quantity }) => quantity === undefined);
  const item = itemOf(uncounted?.line, items);
  if (item === undefined) return { is: 'chosen', step: next, told };
  const say = sentences(told, questions.howMany(shortName(item, items)), `There are ${String(item.available)}.`);
  return { is: 'open', reply: ask(next, { say, asked: 'items', about: 'quantity' }) };
}

/** The step with the lines that were named; undefined where it has to be asked which. */
function withLines(step: Step): Step | undefined {
  const { draft, items, text } = step;
  if (draft.lines !== undefined && draft.lines.length > 0) return { ...step, draft: countedBy(step) };
  const { lines } = hearItems(text, items);
  if (lines.length > 0) return { ...step, draft: { ...draft, lines } };
  const [only, another] = items;
  if (only === undefined || another !== undefined) return undefined;
  const single = only.available <= 1 ? { line: only.line, quantity: 1 } : { line: only.line };
  return { ...step, draft: { ...draft, lines: [single] } };
}

/** "How many?" "Two." */
function countedBy({ draft, items, text, talk }: Step): Step['draft'] {
  const open = draft.lines?.find(({ quantity }) => quantity === undefined);
  const item = itemOf(open?.line, items);
  if (open === undefined || item === undefined) return draft;
  const { lines } = hearItems(text, [item]);
  const isAll = talk.note?.about === 'quantity' && /\b(all|both|every)\b/i.test(text);
  const quantity = lines[0]?.quantity ?? (isAll ? item.available : undefined);
  return {
    ...draft,
    lines: draft.lines?.map((one) => (one === open && quantity !== undefined ? { ...one, quantity } : one)),
  };
}

function askWhich(step: Step, { which }: ItemQuestions): ClerkReply {
  const { items, text } = step;
  const refusals = items.map(({ refusal }) => refusal?.reason);
  const [first] = items;
  const isAllRefused = refusals.every((reason) => reason !== undefined && reason === refusals[0]);
  if (isAllRefused && first?.refusal !== undefined) return tellRefusal(step, first.refusal);
  const { among = items } = hearItems(text, items);
  const say = `${which}: ${choiceOf(among, items)}?`;
  return ask(step, { say, asked: 'items', about: 'items', candidates: among.map(({ name }) => name) });
}

const itemOf = (line: number | undefined, items: readonly OrderItem[]) => items.find((item) => item.line === line);
