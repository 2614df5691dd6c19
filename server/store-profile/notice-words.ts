import * as z from 'zod';
import { phraseWithDefault } from './phrase.ts';

interface Words {
  /** The text message; the store's name goes before it by itself. */
  readonly text: string;
  readonly subject: string;
  /** What the e-mail says first. */
  readonly email: string;
}

/** The words of one kind of notice, which may use these facts and those of every notice. */
export const noticeWords = ({ text, subject, email }: Words, ...facts: readonly string[]) => {
  const allowed = ['order_number', 'people_phone', ...facts];
  return z
    .strictObject({
      text: phraseWithDefault(text, ...allowed),
      subject: phraseWithDefault(subject, ...allowed),
      email: phraseWithDefault(email, ...allowed),
    })
    .prefault({});
};

/** Where money goes. */
export const refundFactNames = ['refund_amount', 'refund_method', 'refund_business_days'] as const;
