import { hearOrderNumber } from '../hearing/hear-order-number.ts';
import { hearPhone } from '../hearing/hear-phone.ts';
import type { Asked } from '../models/question-grammar.ts';

/** What digits are keyed in answer to. */
export interface KeyedQuestion {
  /** What the clerk asked last; undefined where another model spoke, or nobody yet. */
  asked: Asked | undefined;
  /** A read-back is open: 1 and 2 answer it as they are. */
  isConfirming: boolean;
  orderNumberFormats: readonly string[];
}

/** As the menu of the greeting has them (`phone_menu` in the store profile). */
const menu: Readonly<Record<string, string>> = { 1: 'order status', 2: 'I want to talk to a person' };
const yesNo: Readonly<Record<string, string>> = { 1: 'yes', 2: 'no' };

/** The words of a customer's turn that was keyed: one key is a choice, several are a number. */
export function meaningOfKeys(digits: string, { asked, isConfirming }: KeyedQuestion): string {
  if (isConfirming) return digits;
  if (asked === 'yes_no') return yesNo[digits] ?? digits;
  if (asked === undefined || asked === 'matter') return menu[digits] ?? digits;
  return digits;
}

/** Whether these keys are complete: a choice where one is open, an order number, or a phone number. */
export function isWholeAnswer(digits: string, question: KeyedQuestion): boolean {
  return (
    (question.isConfirming && digits.length === 1) ||
    meaningOfKeys(digits, question) !== digits ||
    hearOrderNumber(digits, [...question.orderNumberFormats]).status === 'heard' ||
    hearPhone(digits).status === 'heard'
  );
}
