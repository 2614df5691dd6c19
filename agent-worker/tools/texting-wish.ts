import { hearYesNo } from '../hearing/hear-yes-no.ts';

/** Whether these words of a customer agree to being texted: a yes to the question, or the wish itself. */
export function isTextingWish(text: string): boolean {
  switch (hearYesNo(text)) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'unclear':
      return /\b(text|sms)\b/i.test(text) && !/\b(not|never|no|stop|don['’]?t|won['’]?t)\b/i.test(text);
  }
}
