import type { Asked } from '../../../agent-worker/models/question-grammar.ts';

/** A line that a caller says to a question, and what it must be understood as. */
export type SpokenLine =
  | { kind: 'number'; say: string; asked: 'order_number' | 'matter'; expected: string }
  | { kind: 'email'; say: string; asked: 'email'; expected: string }
  | { kind: 'answer'; say: string; asked: 'yes_no'; expected: 'yes' | 'no' }
  /** Said while a yes would do something, and none. */
  | { kind: 'no yes'; say: string; asked: 'yes_no' }
  | { kind: 'matter' | 'free'; say: string; asked: Asked };

const order = (say: string, expected: string, asked: 'order_number' | 'matter' = 'order_number'): SpokenLine => ({
  kind: 'number',
  say,
  asked,
  expected,
});
const email = (say: string, expected: string): SpokenLine => ({ kind: 'email', say, asked: 'email', expected });
const answer = (say: string, expected: 'yes' | 'no'): SpokenLine => ({
  kind: 'answer',
  say,
  asked: 'yes_no',
  expected,
});

const numbers: readonly SpokenLine[] = [
  order('oh are dee one two three four five', 'ORD-12345'),
  order('oh are dee dash oh oh one oh seven', 'ORD-00107'),
  order('my order number is oh are dee nine eight one six two', 'ORD-98162'),
  order('it is oh are dee three three one oh four', 'ORD-33104'),
  order('oh are dee seven seven two one nine', 'ORD-77219'),
  order('oh are dee dash five five one two three', 'ORD-55123'),
  order('the order number is oh are dee six zero four eight one', 'ORD-60481'),
  order('oh are dee nine nine nine nine nine', 'ORD-99999'),
  order('oh are dee two four six eight zero', 'ORD-24680'),
  order('it is oh are dee eight eight one one four', 'ORD-88114'),
  order('one two three four five', 'ORD-12345'),
  order('four oh nine seven two', 'ORD-40972'),
  order('it is eight three five five one', 'ORD-83551'),
  order('order number six two zero nine four', 'ORD-62094'),
  order('my order number is one five nine two six', 'ORD-15926'),
  order('oh are dee, one two, three four five', 'ORD-12345'),
  order('oh are dee dash seven, eight, nine, zero, one', 'ORD-78901'),
  order('oh are dee double one three four five', 'ORD-11345'),
  order('oh are dee triple seven two one', 'ORD-77721'),
  order('oh are dee twelve three forty five', 'ORD-12345'),
  order('oh are dee thirty one five sixty two', 'ORD-31562'),
  order('hashtag double you two three seven eight one five six', '#W2378156'),
  order('double you nine four one one three oh seven', '#W9411307'),
  order('my order number is hashtag double you five five two zero one eight three', '#W5520183'),
  order('where is my order oh are dee one two three four five', 'ORD-12345', 'matter'),
  order('oh are dee four seven one one zero', 'ORD-47110', 'matter'),
  order('um it is oh are dee two oh two six one', 'ORD-20261'),
  order('sure it is oh are dee nine one five three eight', 'ORD-91538'),
  order('yes it is four four seven nine one', 'ORD-44791'),
  order('okay oh are dee dash six six five four three', 'ORD-66543'),
];

const emails: readonly SpokenLine[] = [
  email('customer at email dot com', 'customer@email.com'),
  email('john dot smith at gmail dot com', 'john.smith@gmail.com'),
  email('my email is mary at yahoo dot com', 'mary@yahoo.com'),
  email('it is david dot jones at outlook dot com', 'david.jones@outlook.com'),
  email('sarah underscore miller at hotmail dot com', 'sarah_miller@hotmail.com'),
  email('support at gmail dot com', 'support@gmail.com'),
  email('sam plus orders at outlook dot com', 'sam+orders@outlook.com'),
  email('jane underscore doe nine nine at yahoo dot com', 'jane_doe99@yahoo.com'),
  email('michael seven two at gmail dot com', 'michael72@gmail.com'),
  email('emily dash white at icloud dot com', 'emily-white@icloud.com'),
  email('my email address is robert dot brown at gmail dot com', 'robert.brown@gmail.com'),
  email('anna dot baker at aol dot com', 'anna.baker@aol.com'),
  email('kevin wilson all one word at gmail dot com', 'kevinwilson@gmail.com'),
  email('jennifer four two one at hotmail dot com', 'jennifer421@hotmail.com'),
  email('tom dot lee at yahoo dot co dot u k', 'tom.lee@yahoo.co.uk'),
  email('jay oh h n at gmail dot com', 'john@gmail.com'),
  email('jay oh h n dot s m i t h at gmail dot com', 'john.smith@gmail.com'),
  email('k r i s at yahoo dot com', 'kris@yahoo.com'),
  email('l u see y at outlook dot com', 'lucy@outlook.com'),
  email('w u five at gmail dot com', 'wu5@gmail.com'),
  email('x y z one two three at gmail dot com', 'xyz123@gmail.com'),
  email('m i k e dot r o s s at hotmail dot com', 'mike.ross@hotmail.com'),
  email('p e t e r at example dot org', 'peter@example.org'),
  email('orders at example dot net', 'orders@example.net'),
  email('the email is chris at gmail dot com', 'chris@gmail.com'),
  email('karen dot young at gmail dot com please', 'karen.young@gmail.com'),
];

const answers: readonly SpokenLine[] = [
  answer('yes', 'yes'),
  answer('yes please', 'yes'),
  answer('yeah', 'yes'),
  answer('yep', 'yes'),
  answer('sure', 'yes'),
  answer('okay', 'yes'),
  answer('go ahead', 'yes'),
  answer('that is right', 'yes'),
  answer('that is correct', 'yes'),
  answer('correct', 'yes'),
  answer('please do', 'yes'),
  answer('sounds good', 'yes'),
  answer('of course', 'yes'),
  answer('yes that is right', 'yes'),
  answer('yes go ahead', 'yes'),
  answer('no', 'no'),
  answer('no thanks', 'no'),
  answer('no thank you', 'no'),
  answer('nope', 'no'),
  answer('not really', 'no'),
  answer('not now', 'no'),
  answer('no that is wrong', 'no'),
  answer('that is not right', 'no'),
  answer('actually no', 'no'),
  answer('no i do not want that', 'no'),
  answer('please do not', 'no'),
];

const matterLines: readonly (readonly [string, Asked?])[] = [
  ['where is my order'],
  ['where is my package'],
  ['i want to check my order'],
  ['can you track my order'],
  ['what is the status of my order'],
  ['when will my order arrive'],
  ['is it late'],
  ['what is my tracking number'],
  ['what is in my order'],
  ['how much was my order'],
  ['text me the tracking link'],
  ['how long does shipping take'],
  ['do you ship to canada'],
  ['what is your return policy'],
  ['can i return this'],
  ['cancel my order'],
  ['i want to cancel my order'],
  ['change my address'],
  ['i want to return an item'],
  ['i want to exchange it for a different size'],
  ['my item arrived damaged'],
  ['i got the wrong item'],
  ['i want a refund'],
  ['talk to a person'],
  ['can i talk to someone', 'order_number'],
  ['what did you say', 'email'],
  ['hold on', 'order_number'],
  ['one moment please', 'email'],
  ['i do not have the number', 'order_number'],
  ['are you a robot'],
  ['goodbye'],
  ['that is all'],
  ['slower please'],
  ['can you speak slower', 'yes_no'],
];
const matters = matterLines.map(([say, asked = 'matter']): SpokenLine => ({ kind: 'matter', say, asked }));

const freeQuestions: readonly SpokenLine[] = (
  [
    'my husband bought a jacket for my birthday',
    'do you have this shirt in blue',
    'i would like to know if the shoes run small',
    'the driver left the box with my neighbor',
    'can i pick it up at the store on saturday',
    'i moved to a new apartment last week',
    'why was my credit card charged twice',
    'the zipper broke after two days',
    'could you send me a copy of the receipt',
    'i forgot which email address i used',
    'how do i use a gift card',
    'my neighbor says the package never came',
    'is there a discount for students',
    'i ordered two sweaters but only one came',
    'what time do you open tomorrow',
    'please give me a minute to find it',
  ] as const
).map((say) => ({ kind: 'free', say, asked: 'matter' }));

/** Sentences that are no yes, near in sound, in words or in sense; a yes would cancel, return or change something. */
export const noYes: readonly SpokenLine[] = [
  'what did you say', 'hold on a moment please', 'say that again', 'can you repeat that', 'wait a minute', 'one moment',
  'i guess', 'i guess so but i am not sure', 'maybe', 'maybe later', 'i do not know', 'let me think about it',
  'yes but send it somewhere else', 'yes and no', 'yes if it is free', 'what would happen if i said yes', 'did i say yes',
  'yesterday', 'yesterday it was here', 'not yet', 'guess again', 'my address', 'less than that', 'press one', 'chess',
  'how much is it', 'how much would that cost', 'is it free', 'will i get my money back', 'which one', 'which address',
  'the other one', 'the blue one', 'what about the shoes', 'i have a question first', 'who are you', 'are you a robot',
  'talk to a person', 'i want to talk to a person', 'hello', 'hello are you there', 'excuse me', 'pardon', 'what', 'sorry',
  'sorry i was not listening', 'my dog is barking', 'shut the door', 'show me the order', 'she is on the phone', 'share it',
  'the shirt is too short', 'a head of lettuce', 'go away', 'go back', 'ahead of time', 'okay but wait', 'okay hold on',
  'right after lunch', 'the right size', 'is that correct', 'are you sure', 'not sure', 'cancel the other one', 'change my address',
  'when will it arrive', 'could you check again', 'read that again please', 'do you ship to canada', 'no', 'no wait', 'stop',
].map((say) => ({ kind: 'no yes', say, asked: 'yes_no' })); // prettier-ignore

/** What is understood, or not: numbers, addresses, answers, matters and free questions. */
export const spokenLines: readonly SpokenLine[] = [...numbers, ...emails, ...answers, ...matters, ...freeQuestions];
