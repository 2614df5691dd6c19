import type { ChangeReason, RequestOf } from '@orderline/contract/proposal.ts';
import { plainly } from './plainly.ts';

type ClaimProblem = RequestOf<'claim'>['problem'];

/** How callers give each reason; the first that fits. */
const reasons: readonly (readonly [ChangeReason, RegExp])[] = [
  ['fit', /\b(doesn't|does not|don't|do not|didn't|did not|not) (really |quite )?fit|\bfits? (badly|weird|funny|wrong)|\bill[- ]fitting\b/],
  ['colour', /\bcolou?rs?\b|\bshade\b/],
  ['size', /\bsizes?\b|\btoo (small|big|large|tight|loose|long|short|wide|narrow)\b|\b(bigger|smaller|larger)\b/],
  ['not_as_described', /\bnot (what|as|like) (i|was|it|you|the|expected|described)\b|\b(different|other) (from|than|to) (the )?(picture|photo|description|website|what)|\blooks? different\b|\bdescri(bed|ption)\b|\bexpect(ed)?\b|\bdisappoint/],
  ['quality', /\bquality\b|\bcheap(ly)? (made|feeling|looking)\b|\bfeels? cheap\b|\bpoor(ly)?\b|\bfell apart\b|\bthin\b/],
  ['changed_mind', /\bchang(ed|ing) (my|our|her|his) mind\b|\bdon't (like|want|need|love)\b|\bdo not (like|want|need)\b|\bno longer (want|need)|\b(by mistake|by accident|accidentally|mistakenly)\b|\btoo many\b|\b(cheaper|better price)\b|\bordered (it )?twice\b|\bdidn't (like|want|mean)\b|\btoo (long|expensive|late)\b|\bgot another\b/],
]; // prettier-ignore

const problems: readonly (readonly [ClaimProblem, RegExp])[] = [
  ['wrong_item', /\b(wrong|incorrect) (item|product|thing|order|one|article|stuff)\b|\b(sent|got|received|delivered|shipped)\b.*\b(wrong|someone else's|somebody else's)\b(?! (address|place|house|door))|\b(got|received|sent( me)?|came) (a |an )?(completely |totally )?different (item|product|thing|one)\b|\bnot (the item |the one |what )(that )?i ordered\b|\bisn't (the one |what )i ordered\b/],
  ['missing', /\b(item|items|something|part|piece|one|some|two|three)\b[^.?!]*\b(is|are|was|were) missing\b|\bmissing (an? |from |some |one |two |part)?(item|something|part|piece|from (my|the)|(of|from) the)|\b(only|just) (one|two|three|four|\d)\b.*\b(in (the|my) (box|parcel|package)|arrived|came)\b|\b(wasn't|was not|weren't|were not|isn't|is not|not) in (the|my) (box|parcel|package)\b/],
  ['defective', /\bdefect(ive|s)?\b|\bfault(y|s)?\b|\b(doesn't|does not|don't|do not|won't|not|stopped|isn't|quit) (work|working|turn on|turning on|charge|charging|function)\b|\bmalfunction/],
  ['damaged', /\bdamaged?\b|\bbroken?\b|\bbroke\b|\b(crack(s|ed)?|torn|ripped|rip|shatter(ed)?|smashed|scratch(ed|es)?|dent(ed|s)?|stain(ed|s)?|chip(ped)?|bent|leak(ing|ed)|hole in|in pieces)\b/],
]; // prettier-ignore
const denied =
  /\b(no|not|isn't|wasn't|never|nothing|without)( \w+)? (damaged?|defect(ive|s)?|broken|faulty?|wrong|missing|crack(ed)?)\b/;
/** A parcel that never came is looked for; nothing of it is settled by a claim. */
const wholeParcel = /\b(package|parcel|order|delivery|shipment) (is|was|has|went|got)( gone| been)? missing\b/;

/** The reason in a caller's own words, of the list that returns are counted by; undefined when none is recognised. */
export function hearReason(text: string): ChangeReason | undefined {
  const plain = plainly(text);
  return reasons.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** What is wrong with what came, so that it is made good (seed, "Damaged or Defective Items"). */
export function hearProblem(text: string): ClaimProblem | undefined {
  const plain = plainly(text);
  if (denied.test(plain) || wholeParcel.test(plain)) return undefined;
  return problems.find(([, pattern]) => pattern.test(plain))?.[0];
}
