import { continueAfter } from '../continue-after.ts';
import { type Matter, plainly } from '../matter.ts';
import { sentences } from '../sentences.ts';

/** What this agent cannot do yet: what is wanted, and how it is called in an honest answer. */
const changes: readonly { wanted: RegExp; name: string; isTrouble?: true }[] = [
  { wanted: /\bcancel\b(?!led)|\bcancell?ation\b/, name: 'cancel an order' },
  {
    wanted:
      /\b(change|update|correct|edit|fix)\b.*\baddress\b|\b(wrong|new|different) address\b|\b(send|ship|deliver) (it|my order|the order|this|them) (somewhere|to (a|an|my) (new|different|other|another))/,
    name: 'change an address',
  },
  {
    wanted:
      /\b(damaged|broken|defective|faulty|cracked|torn|ripped|shattered|doesn't work|not working|stopped working)\b/,
    name: 'take care of a damaged item',
    isTrouble: true,
  },
  {
    wanted:
      /\b(wrong|incorrect) (item|product|size|colou?r|thing|order)\b|\b(item|something|part|one)( is| was|'s)? missing\b|\bmissing (an? |from )?(item|something|part)/,
    name: 'take care of a wrong or missing item',
    isTrouble: true,
  },
  {
    wanted: /\bexchang(e|ing)\b|\bswap\b|\b(different|another|bigger|smaller|larger) (size|colou?r)\b/,
    name: 'exchange an item',
  },
  { wanted: /\breturn(ing)?\b(?!ed)|\bsend (it|this|them|something) back\b/, name: 'make a return' },
  { wanted: /\b(want|need|get|give|like|have)\b.*\b(refund|money back)\b/, name: 'make a refund' },
  { wanted: /\b(place|make|create) (a|an|another|a new) (new )?order\b|\breorder\b/, name: 'place an order' },
];

const wantedIn = (text: string) => changes.find(({ wanted }) => wanted.test(plainly(text)));

/** A change, a return or a claim: said honestly, with who can do it. */
export const unavailableChanges: Matter = {
  phrases: [
    'cancel my order',
    'i want to cancel my order',
    'change my address',
    'i want to return an item',
    'i want to exchange it for a different size',
    'my item arrived damaged',
    'i got the wrong item',
    'i want a refund',
  ],
  isMeant: (text) => wantedIn(text) !== undefined,
  begin: (talk) => {
    const change = wantedIn(talk.turn.text);
    const sorry = change?.isTrouble ? "I'm sorry to hear that." : undefined;
    const honestly = `I can't ${change?.name ?? 'do that'} in this call yet.`;
    return continueAfter(
      talk,
      sentences(sorry, change?.isTrouble ? honestly : `I'm sorry, ${honestly}`, talk.profile.person_contact),
    );
  },
};
