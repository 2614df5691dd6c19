import type { RequestOf } from '@orderline/contract/proposal.ts';
import { leaning } from './leaning.ts';
import { plainly } from './plainly.ts';

type Condition = RequestOf<'return'>['condition'];

const asNew =
  /\b(unused|unworn|unopened|brand new|as new|like new|never (been )?(used|worn|opened|tried)|(haven't|have not|hasn't|has not|didn't|did not|not) (been )?(used?|worn?|wear|opened?|touched)|tags (are )?(still )?on|still (sealed|packed|in (the|its|their)( original)? (box|bag|packag\w+)))\b/;
const used =
  /\b(wore|worn|used(?! to)|opened|washed|tried)\b|\b(threw|thrown) (away|out)\b|\b(no|without|lost|don't have|cut|took) (the )?(original )?(box|packag\w+|tags?)\b/;
const butNot = /\b(but|except|only|though|however)\b/;

/**
 * The answer to "unused, unworn, and in its original packaging?"; what is only partly so is used. Undefined for a yes that
 * says the opposite: "unused" is easily heard as "used".
 */
export function hearCondition(text: string): Condition {
  const plain = plainly(text);
  const isUsed = used.test(plain.replace(new RegExp(asNew.source, 'g'), ''));
  const answer = leaning(text);
  const isQualified = butNot.test(plain);
  if (isUsed) return answer === 'yes' && !isQualified ? undefined : 'used';
  if (answer === 'no') return 'used';
  if (asNew.test(plain) && !isQualified) return 'as_new';
  return answer === 'yes' && !isQualified ? 'as_new' : undefined;
}
