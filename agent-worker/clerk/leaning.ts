import { hearYesNo, type YesNo } from '../hearing/hear-yes-no.ts';
import { plainly } from './plainly.ts';

const opensAgain = /\?|\b(but|unless|maybe|perhaps|depends|not sure|wait|hold on)\b/;

/**
 * Hears a yes or a no more leniently than what confirms a change: "yes, the seam is broken", "no, I'd rather not say". Only
 * for questions after which nothing is done yet.
 */
export function leaning(text: string, question?: string): YesNo {
  const heard = hearYesNo(text, question);
  const plain = plainly(text);
  if (heard !== 'unclear' || opensAgain.test(plain)) return heard;
  if (/^(um |uh |oh |well |actually )*(yes|yeah|yep|yup|sure|okay|ok|please)\b(?!,? (right|no))/.test(plain))
    return 'yes';
  return /^(um |uh |oh |well |actually )*(no|nope|nah|not really)\b(?! (one|idea|problem|longer|more))/.test(plain)
    ? 'no'
    : 'unclear';
}
