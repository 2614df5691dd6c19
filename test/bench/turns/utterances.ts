/** What a caller says, with pauses in it, in milliseconds: said to what was asked, or to nothing in particular. */
export interface PausedUtterance {
  asked: 'order_number' | 'email' | undefined;
  /** Spoken pieces with the silences between them. */
  parts: readonly (string | number)[];
}

const numbers = [
  'one two three four five',
  'seven seven oh one two',
  'nine eight four oh six',
  'two five one three nine',
];
const names = ['c u s t o m e r', 'j o h n', 'm a r y dot k', 's a m one two'];
const matters = [
  ['i want to', 'return the shirt'],
  ['where is the', 'order from last week'],
  ['can you tell me if', 'my parcel has shipped'],
  ['hello um', 'i have a question about my order'],
  ['i would like to change the', 'address of my order'],
  ['my order number is', 'oh are dee one two three four five'],
  ['it is about the', 'jogger pants in black'],
  ['i ordered two shirts and', 'one of them is missing'],
] as const;
const whole = [
  'where is my order',
  'i want to return a shirt',
  'yes please',
  'no thank you',
  'can you cancel my order',
  'how long does express shipping take',
  'what is your return policy',
  'i would like to speak with a person',
];
const pausesMs = [500, 1_000, 1_600, 2_200];

const half = (words: string, share: number): [string, string] => {
  const list = words.split(' ');
  const cut = Math.round(list.length * share);
  return [list.slice(0, cut).join(' '), list.slice(cut).join(' ')];
};

/** Spelled addresses, digits in groups, searching for words; and whole sentences, after which nothing is to be waited for. */
export const utterances: readonly PausedUtterance[] = [
  ...numbers.flatMap((number) =>
    pausesMs.map((pause): PausedUtterance => {
      const [first, second] = half(number, 0.5);
      return { asked: 'order_number', parts: [`oh are dee ${first}`, pause, second] };
    }),
  ),
  ...names.flatMap((name) =>
    pausesMs.map((pause): PausedUtterance => {
      const [first, second] = half(name, 0.5);
      return { asked: 'email', parts: [first, pause, second, pause, 'at gmail dot com'] };
    }),
  ),
  ...matters.flatMap(([first, second]) =>
    pausesMs.map((pause): PausedUtterance => ({ asked: undefined, parts: [first, pause, second] })),
  ),
  ...whole.map((sentence): PausedUtterance => ({ asked: undefined, parts: [sentence] })),
  ...whole.slice(0, 4).map((sentence): PausedUtterance => ({ asked: 'order_number', parts: [sentence] })),
];
