import { mailboxWords, mailProviders } from './email-words.ts';
import { digitRules, digitsIn, orderNumberRule } from './spoken-number-grammar.ts';

/** What was just asked, as the clerk notes it on its answer. */
const questions = [
  'order_number',
  'email',
  'yes_no',
  'matter',
  'items',
  'reason',
  'condition',
  'variant',
  'settle_by',
  'address',
  'phone',
] as const;
export type Asked = (typeof questions)[number];

export function isAsked(value: unknown): value is Asked {
  return questions.some((question) => question === value);
}

export interface Question {
  asked: Asked;
  /** What may be said to it besides a number or an address: the clerk's own table, in spoken words. */
  phrases: readonly string[];
  orderNumberFormats: readonly string[];
}

const zipDigits = 5;
/** With the area code, and with the country's in front. */
const phoneDigits = 10;
const letters = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');
/**
 * The specification's own example, whole: the recogniser cannot tell "email" from "gmail", so that "email" is offered
 * nowhere else.
 */
const exampleAddress = 'customer at email dot com';

/**
 * The grammar (JSGF) of what can be said to a question. One grammar for everything fails: a free run of digits swallows
 * e-mail addresses.
 * @param knows whether the recogniser's dictionary has a word: one unknown word would refuse the whole grammar
 */
export function questionGrammar(question: Question, knows: (word: string) => boolean): string {
  const phrases = question.phrases.map(inSpokenWords).filter((phrase) => phrase !== '' && allKnown(phrase, knows));
  const rules: string[] = [];
  const alternatives = phrases.map((phrase) => `( ${phrase} )`);
  switch (question.asked) {
    case 'order_number':
    case 'matter': {
      const longest = Math.max(...question.orderNumberFormats.map(digitsIn));
      rules.push(...digitRules(longest), `<number> = ${orderNumberRule(question.orderNumberFormats)};`, numberLead);
      alternatives.push(
        `( [ <before> ] ${question.asked === 'matter' ? '[ <about> ] ' : ''}[ <lead> ] <number> [ <after> ] )`,
      );
      rules.push(before, after, about);
      break;
    }
    case 'email':
      // The phone number on the order works too, as the agent says.
      rules.push(...digitRules(phoneDigits), ...emailRules(knows), after);
      alternatives.push(
        `( [ my number is | the number is ] [ plus ] [ one ] <n${phoneDigits}> [ <after> ] )`,
        `( [ <lead> ] ${exampleAddress} )`,
        '( [ um | uh | okay ] [ <lead> ] <local> at <domain> [ <after> ] )',
      );
      break;
    case 'address':
      // Streets are heard by the open model; a zip code alone is one like any number.
      rules.push(...digitRules(zipDigits), after);
      alternatives.push(`( [ the zip code is | zip code | it is ] <n${zipDigits}> [ <after> ] )`);
      break;
    case 'phone':
      rules.push(...digitRules(phoneDigits), after);
      alternatives.push(`( [ my number is | the number is | it is ] [ plus ] [ one ] <n${phoneDigits}> [ <after> ] )`);
      break;
    case 'yes_no':
    case 'items':
    case 'reason':
    case 'condition':
    case 'variant':
    case 'settle_by':
  }
  return ['#JSGF V1.0;', 'grammar question;', `public <line> = ${alternatives.join(' | ')};`, ...rules, ''].join('\n');
}

const before = '<before> = yes | sure | okay | well | um | uh;';
const after = '<after> = please | thanks | thank you;';
const about =
  '<about> = where is my order | check my order | track my order | i am calling about my order | it is about my order;';
const numberLead =
  '<lead> = my order number is | the order number is | the number is | my number is | it is | order | order number;';

/** Words are far likelier than letters, and letters that spell a name likelier than others: they all sound alike. */
function emailRules(knows: (word: string) => boolean): string[] {
  const words = mailboxWords.filter(knows);
  const spelled = words.filter((word) => word.length > 2).map((word) => Array.from(word).join(' '));
  return [
    `<letter> = ${letters.join(' | ')};`,
    `<word> = ${words.join(' | ')};`,
    `<name> = ${spelled.join(' | ')};`,
    '<joint> = dot | underscore | dash | hyphen | plus;',
    '<digits> = <n1> | <n2> | <n3> | <n4>;',
    '<said> = <word> [ [ <joint> ] <word> ] [ all one word ];',
    '<spelled> = <name> [ [ <joint> ] <name> ] | /0.01/ <letter> <letter> ( <letter> | /0.05/ <joint> )*;',
    '<local> = ( /10/ <said> | /1/ <spelled> ) [ [ <joint> ] <digits> ];',
    `<domain> = ( ${mailProviders.filter(knows).join(' | ')} ) dot ( /10/ com | /1/ net | /1/ org | /1/ co dot u k );`,
    '<lead> = my email is | my email address is | the email is | it is | that is;',
  ];
}

function inSpokenWords(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[^a-z' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function allKnown(phrase: string, knows: (word: string) => boolean): boolean {
  return phrase.split(' ').every(knows);
}
