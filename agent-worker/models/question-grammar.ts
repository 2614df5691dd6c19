/** What was just asked, as the clerk notes it on its answer. */
const questions = ['order_number', 'email', 'yes_no', 'matter'] as const;
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

const digitRule = '<d> = zero | oh | one | two | three | four | five | six | seven | eight | nine;';
const letters = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');
/** The mail providers that people have; another domain is heard freely, or spelled. */
const domains = 'gmail | yahoo | hotmail | outlook | icloud | aol | example';
/**
 * The specification's own example, whole: the recogniser cannot tell "email" from "gmail", so that "email" is offered
 * nowhere else.
 */
const exampleAddress = 'customer at email dot com';
/** What the part before the at sign is often made of; anything else is spelled. */
const localWords = (
  'info contact orders order shop hello support sales office home test mail ' +
  'john jane james mary robert patricia michael jennifer david linda william elizabeth richard barbara joseph susan ' +
  'thomas jessica charles sarah daniel karen matthew lisa anthony nancy mark sandra paul ashley steven emily andrew ' +
  'kevin brian laura george anna peter kate sam bob tom alex chris mike dave joe amy kim max ben smith doe miller ' +
  'brown jones garcia wilson taylor moore martin lee white harris clark lewis young king green baker'
).split(' ');

/**
 * The grammar (JSGF) of what can be said to a question. One grammar for everything fails: a free run of digits swallows
 * e-mail addresses.
 * @param knows whether the recogniser's dictionary has a word: one unknown word would refuse the whole grammar
 */
export function questionGrammar(question: Question, knows: (word: string) => boolean): string {
  const phrases = question.phrases.map(inSpokenWords).filter((phrase) => phrase !== '' && allKnown(phrase, knows));
  const rules: string[] = [];
  const alternatives = phrases.map((phrase) => `( ${phrase} )`);
  if (question.asked === 'order_number' || question.asked === 'matter') {
    rules.push(digitRule, `<number> = ${numbersOf(question.orderNumberFormats).join(' | ')};`);
    alternatives.push('( [ <lead> ] <number> )');
    rules.push('<lead> = my order number is | the order number is | the number is | it is | order | order number;');
  }
  if (question.asked === 'email') {
    rules.push(
      digitRule,
      `<letter> = ${letters.join(' | ')};`,
      `<word> = ${localWords.filter(knows).join(' | ')};`,
      '<joint> = dot | underscore | dash | hyphen | plus;',
      '<spelled> = <letter> <letter> <letter> ( <letter> | <joint> | <d> )*;',
      '<local> = <word> [ [ <joint> ] <word> ] [ <d> [ <d> [ <d> [ <d> ] ] ] ] | <spelled>;',
      `<domain> = ${domains};`,
      '<ending> = com | net | org | co dot u k;',
      '<lead> = my email is | my email address is | the email is | it is | that is;',
    );
    alternatives.push(`( [ <lead> ] ${exampleAddress} )`, '( [ <lead> ] <local> at <domain> dot <ending> )');
  }
  return ['#JSGF V1.0;', 'grammar question;', `public <line> = ${alternatives.join(' | ')};`, ...rules, ''].join('\n');
}

/** `ORD-#####` → "[ order prefix ] [ dash ] five digits", said letter by letter as people say it. */
function numbersOf(formats: readonly string[]): string[] {
  return formats.map((format) => {
    const digits = /#{2,}/.exec(format)?.[0].length ?? 1;
    const prefix = format.replace(/#{2,}.*$/, '');
    const spoken = Array.from(prefix.toLowerCase(), soundOf).filter((sound) => sound !== '');
    const run = Array.from({ length: digits }, () => '<d>').join(' ');
    return `( ${spoken.length === 0 ? '' : `[ ${spoken.join(' ')} ]`} ${run} )`;
  });
}

function soundOf(character: string): string {
  const sounds: Record<string, string> = {
    '#': '[ hash | hashtag | number ]',
    '-': '[ dash | hyphen ]',
    o: '( oh | o )',
    r: '( are | r )',
    d: '( dee | d )',
    w: '( w | double you )',
  };
  return sounds[character] ?? (/[a-z]/.test(character) ? character : '');
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
