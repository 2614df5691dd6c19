/** What callers say, and what documents write for it. */
export interface Synonym {
  readonly said: readonly string[];
  readonly means: readonly string[];
  /** It means that only in a question that has this too. */
  readonly beside?: RegExp;
}

const phrases = (text: string) => text.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '));
/** Any of these stands for all of them. */
const alike = (group: string): Synonym => ({ said: phrases(group), means: phrases(group) });
const stands = (said: string, means: string): Synonym => ({ said: phrases(said), means: phrases(means) });
/** A country is one we ship to only where shipping is spoken of. */
const country = (said: string, means: string): Synonym => ({
  ...stands(said, means),
  beside: /\b(ship|deliver|send|sent|mail|order|arriv|get|come|custom|dut|tax|live|return|cost)/i,
});

/**
 * The words of an order desk. Made from how callers ask, not from what one store's documents say: a store that writes
 * "reimbursement" is found as one that writes "refund".
 */
export const synonyms: readonly Synonym[] = [
  // Time and money
  stands('when', 'days, hours, within'),
  stands(
    'how long, how many days, how much time, deadline, how soon, how fast, time limit',
    'how long, days, hours, weeks, deadline, time limit',
  ),
  stands('cutoff, cut off, by what time, what time, latest', 'before, until, cutoff'),
  stands('too late, weeks, months', 'late, more than days'),
  stands('missed, passed, expired, past the deadline', 'late, more than days, passed'),
  alike('cost, price, charge, fee, pay'),
  stands('how much, expensive, spend', 'cost, price, charge, fee, free'),
  stands('cheap, cheapest', 'price, free'),
  stands('minimum, at least', 'minimum, free'),
  stands('free, for nothing, no charge, complimentary', 'free, no charge, nothing, prepaid'),
  stands('who pays, who covers, who has to pay, do i pay, have to pay, gotta pay', 'pay, responsible, prepaid, costs'),

  // Returns
  alike('return, send back, sent back, bring back, give back, take back, go back, ship back, mail back'),
  stands(
    `send it back, bring it back, bring them back, send them back, give it back, give them back, ship it back, take it back,
    take them back, mail it back, put it back`,
    'return, send back',
  ),
  stands(
    'start a return, make a return, do a return, request a return',
    'return, ask for the return, request a return',
  ),
  stands('return window, return period, return deadline', 'return, days'),
  alike('refund, money back, reimbursement, reimburse'),
  stands('cash back, my money, my cash', 'refund, money back'),
  stands('card, credit card, paypal, bank, account', 'payment, card'),
  alike('worn, unworn'),
  stands('wore, wear, tried on, tried it on, washed, used', 'worn, unworn, used, unused'),
  stands('tag, tags, opened, unopened, sealed, brand new', 'unused, original packaging, condition, tags'),
  stands('box, wrapping', 'box, original packaging'),
  stands('threw away, threw out, without the box, lost the box, no box', 'original packaging'),
  stands('clearance, outlet, sale item, sale items, on sale, marked down', 'final sale, clearance'),
  alike('personalized, personalised, customized, customised'),
  stands('engraved, monogrammed, custom made, embroidered, my name on it, initials', 'personalized, personalised'),
  stands(
    `headphones, earbuds, headset, charger, phone, laptop, computer, speaker, camera, tablet, tv, keyboard, monitor, console,
    gadget, watch`,
    'electronics',
  ),

  // Exchanges
  alike('exchange, swap, switch, trade'),
  stands('instead, other, another', 'different, another, exchange'),
  stands('large, small, medium, xl, bigger, smaller, larger, too big, too small, wrong size', 'size'),
  stands('blue, red, green, black, white, navy, grey, gray, pink, yellow, brown, colour', 'color, colour'),

  // Damage
  alike('damaged, defective, faulty, broken, defect'),
  stands(
    `broke, crack, cracked, torn, ripped, rip, hole, stain, stained, scratched, scratch, dent, dented, smashed, shattered,
    stopped working, not working, doesnt work, dont work, isnt working, wont work, wont turn on, dead on arrival, bent, leaking,
    malfunction`,
    'damaged, defective, faulty, broken',
  ),

  // Shipping
  alike('ship, deliver, mail'),
  stands('regular, normal, ground, basic, economy', 'standard, regular'),
  alike('overnight, next day, tomorrow'),
  stands('one day, same day, fastest, quickest, rush, in a hurry, asap', 'next day, express, overnight'),
  stands('arrive, get here, be here, get to, come', 'arrives, takes, delivered'),
  stands('postage, shipping cost, shipping fee', 'shipping, label, postage'),
  stands('follow, trace, where is my order, where is my package', 'track, tracking'),
  stands('courier, ups, fedex, usps, dhl, driver', 'carrier, carriers'),
  alike('package, parcel'),
  alike('lost, missing, stolen, disappeared'),
  stands('lose', 'lost'),
  stands(
    'never arrived, never arrives, never came, never showed up, didnt arrive, hasnt arrived',
    'lost, never arrives, not received',
  ),
  stands(
    'dropped it off, dropped off, on my porch, porch, at my door, mailbox, doorstep, postman, mailman, neighbor, neighbour',
    'delivered, marked delivered',
  ),
  stands(
    `dont have it, not here, nothing, never received, never got, didnt get, did not get, didnt receive, did not receive, nowhere,
    isnt here, not there`,
    'not received, missing',
  ),

  // Abroad
  alike('abroad, overseas, international, internationally, another country, foreign'),
  alike('customs, duty, duties, import'),
  stands('tax, taxes, tariff, tariffs', 'duties, customs, tax'),
  country(
    'england, britain, great britain, scotland, wales, london, uk',
    'UK, United Kingdom, international countries',
  ),
  country(
    `austria, belgium, bulgaria, croatia, cyprus, czechia, denmark, estonia, finland, france, germany, greece, hungary, ireland,
    italy, latvia, lithuania, luxembourg, malta, netherlands, holland, poland, portugal, romania, slovakia, slovenia, spain,
    sweden, europe`,
    'EU, European, international countries, international orders',
  ),
  country(
    'canada, australia, mexico, japan, china, india, brazil, switzerland, norway',
    'international orders, international countries',
  ),
];
