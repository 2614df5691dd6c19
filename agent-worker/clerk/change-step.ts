import type { Asked } from '../models/question-grammar.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { Draft } from './draft.ts';
import type { Note, QuestionName } from './note.ts';
import type { OrderItem } from './order-items.ts';
import type { Talk } from './talk.ts';

/** Where a change stands: what is known of it, of the order, and what the caller has just said of it. */
export interface Step {
  readonly talk: Talk;
  readonly orderNumber: string;
  readonly draft: Draft;
  readonly items: readonly OrderItem[];
  readonly text: string;
}

/** What comes next for a change of one kind: the question that is still open, or its proposal. */
export type Plan = (step: Step) => ClerkReply;

interface Question extends Partial<Pick<Note, 'offers' | 'rma' | 'matter' | 'candidates'>> {
  readonly say: string;
  readonly asked: Asked;
  readonly about: QuestionName;
}

/** Asks, and keeps the draft for the answer. */
export function ask({ talk, orderNumber, draft }: Omit<Step, 'items' | 'text'>, question: Question): ClerkReply {
  const { say, ...noted } = question;
  return { say, note: { otherOrders: talk.note?.otherOrders, orderNumber, draft, ...noted } };
}
