/** What each phrase does to an answer; whatever is not here makes a yes uncertain. An echo needs a clear answer beside it. */
export type PhraseKind = 'yes' | 'no' | 'nothing' | 'correction' | 'doubt' | 'echo';

/** "that's right", "sounds good to me" */
function judged(beginnings: readonly string[]): string[] {
  const judgements = 'right correct fine good great perfect nice lovely wonderful awesome cool excellent helpful'.split(
    ' ',
  );
  return beginnings.flatMap((beginning) =>
    judgements.flatMap((word) => [
      `${beginning} ${word}`,
      `${beginning} ${word} to me`,
      `${beginning} ${word} with me`,
    ]),
  );
}

const yes = [
  'yes', 'yeah', 'yea', 'yep', 'yup', 'ya', 'yah', 'yessir', 'aye', 'uh huh', 'mm hmm', 'mhm', 'mm-hmm', 'sure', 'sure thing', 'for sure',
  'of course', 'absolutely', 'definitely', 'certainly', 'totally', 'indeed', 'affirmative', 'by all means', 'you bet', 'please',
  'please do', 'do it', 'please do it', 'do that', 'do so', 'go ahead', 'go for it', 'proceed',
  'ok', 'okay', 'alright', 'all right', 'right', 'correct', 'exactly', 'perfect', 'great', 'fine', 'cool', 'good', 'very good',
  'awesome', 'wonderful', 'lovely', 'excellent', 'confirmed', 'confirm', 'i confirm', 'agreed', 'i agree',
  "let's do it", "let's do that", "let's go", 'lets do it',
  'send it', 'send that', 'text it', 'text me', 'text it to me', 'send it to me', 'i want that', "i'd like that",
  'i would like that', "i'd love that", 'i would love that', "i'd appreciate that", "i'd love to", 'i would love to',
  'sounds like a plan', 'works for me', 'that works', 'that works for me', 'that will work', "that'll work",
  'fine by me', 'fine with me', 'good with me', "that's the one", "that's me", 'that is me', "i'm sure", 'i am sure', "i'm certain",
  'you got it', "you've got it", 'you got that right', 'you have it right', 'go right ahead', 'very much', 'with pleasure', 'gladly',
  'happily', 'y', 'i sure would', 'i sure do', ...judged(['that', 'that is', "that's", 'that would be', "that'd be", 'that will be', "that'll be", 'that sounds', 'sounds',
  'that looks', 'looks', 'that seems']), ...['it is', "it's", 'this is', "you're", 'you are'].flatMap((one) => [`${one} right`, `${one} correct`]),
]; // prettier-ignore

const no = [
  'no', 'nope', 'nah', 'naw', 'no way', 'no thanks', 'no thank you', 'negative', 'never', 'never mind', 'nevermind', 'not really',
  'not now', 'not right now', 'not yet', 'not today', 'not at all', 'not this time', 'not necessary', 'not needed', 'no need',
  'absolutely not', 'definitely not', 'certainly not', 'of course not', 'please no', "please don't", 'please do not', "don't",
  'do not', "don't do it", "don't do that", "please don't do that", "don't send it", "don't bother", 'do not do that', "i don't", 'i do not',
  "i don't want to", "i don't want that", "i don't want it", 'i do not want that', 'i do not want to', "i don't need it",
  "i don't need that", "i don't need to", "i don't think so", 'i do not think so', "i'd rather not", 'i would rather not',
  "i'd prefer not to", "i'm good", 'i am good', 'i am fine', 'i am okay', "i'm okay", "i'm fine", "i'm all set", 'i am all set', 'all set', "we're good",
  "that won't be necessary", 'that will not be necessary', "that's not necessary", "that isn't necessary", "it's not necessary",
  "that's incorrect", 'that is incorrect', "it's incorrect", "that's not it", 'that is not it', "that's not mine", "that's not me",
  "that's not the one", "that's not my email", "that's not my order", "that's not my number", "that's not my address", 'rather not',
  'forget about it', 'i did not', ...judged(["that's not", 'that is not', "that isn't", "it's not", 'it is not', "it isn't"]),
  "that's wrong", 'that is wrong', "it's wrong", 'wrong', 'incorrect', 'not correct', 'not right', "it isn't",
  "it's not", 'it is not', 'it was not', "it wasn't", "i'm not", 'i am not', "i didn't", "i wouldn't", "i'll pass", 'pass', 'not quite',
  'not exactly', 'forget it', 'leave it', 'let it be', "don't worry about it", 'not anymore', 'hell no', 'heck no', 'i would not',
  'i changed my mind', "i've changed my mind", 'stop', 'stop it', 'stop that', 'n',
]; // prettier-ignore

const nothing = [
  'um', 'uh', 'er', 'erm', 'hmm', 'mm', 'ah', 'oh', 'well', 'so', 'then', 'and', 'just', 'thanks', 'thank you', 'thanks a lot',
  'thank you very much', 'thank you so much', 'thanks so much', 'thanks very much', 'many thanks', 'sir', "ma'am", 'madam', 'miss', 'i said', 'like i said', 'now',
  'that', 'man', 'why not', 'the answer is',
]; // prettier-ignore

/** Politely declined, or agreed to, or only begun ("I would …"): told by the yes or no beside them. */
const echo = [
  ...["that's", 'that is', "it's", 'it is'].flatMap((beginning) =>
    ['okay', 'ok', 'alright', 'all right'].map((word) => `${beginning} ${word}`),
  ),
  "it's fine", 'it is fine', 'i do', 'i am', 'i would', 'i did', 'you can', 'you may', 'it is', 'it was', 'they are', 'i want to',
  "i'd like to", 'i would like to',
]; // prettier-ignore

const correction = [
  'i mean',
  'i meant',
  'wait',
  'sorry',
  'actually',
  'scratch that',
  'correction',
  'hang on',
  'make that',
  'rather',
];

/** These begin like an answer, and are none. */
const doubt = [
  'no one', 'no idea', 'no clue', 'no problem', 'no worries', 'no doubt', 'no matter', 'no longer', 'no more', 'not sure',
  "i don't know", 'i do not know', "i don't mind", "i don't care", "i don't remember", "i don't understand", "i don't have",
  ...judged(['i am', "i'm", 'i was', 'it was', 'i did', 'they are']), 'yeah right', 'right now', 'sure is', "i don't see", "i don't get", 'no comment', 'yes and no', 'no sooner', 'no earlier', 'no later',
]; // prettier-ignore

/** Every phrase with what it does, by its words, the longest first. */
export const answerPhrases: readonly { words: readonly string[]; kind: PhraseKind }[] = Object.entries({
  echo,
  yes,
  no,
  nothing,
  correction,
  doubt,
} satisfies Record<PhraseKind, readonly string[]>)
  .flatMap(([kind, phrases]) => phrases.map((phrase) => ({ words: phrase.split(' '), kind: kind as PhraseKind })))
  .sort((one, other) => other.words.length - one.words.length);
