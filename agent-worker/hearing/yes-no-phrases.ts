/** What each phrase does to an answer; whatever is not here makes a yes uncertain. */
export type PhraseKind = 'yes' | 'no' | 'nothing' | 'correction' | 'doubt';

const yes = [
  'yes', 'yeah', 'yea', 'yep', 'yup', 'ya', 'yah', 'aye', 'uh huh', 'mm hmm', 'mhm', 'mm-hmm', 'sure', 'sure thing', 'for sure',
  'of course', 'absolutely', 'definitely', 'certainly', 'totally', 'indeed', 'affirmative', 'by all means', 'you bet', 'please',
  'please do', 'do it', 'please do it', 'do that', 'do so', 'go ahead', 'go for it', 'go on', 'proceed', 'continue', 'carry on',
  'ok', 'okay', 'alright', 'all right', 'right', 'correct', 'exactly', 'perfect', 'great', 'fine', 'cool', 'good', 'very good',
  'awesome', 'wonderful', 'lovely', 'excellent', 'confirmed', 'confirm', 'i confirm', 'agreed', 'i agree', 'i do', 'i am', 'i would',
  'i did', 'you can', 'you may', 'it is', 'it was', 'they are', "let's do it", "let's do that", "let's go", 'lets do it',
  'send it', 'please send it', 'send that', 'text it', 'text me', 'text it to me', 'send it to me', 'i want that', "i'd like that",
  'i would like that', "i'd love that", 'i would love that', "i'd appreciate that", 'that would be great', 'that would be good',
  'that would be nice', 'that would be perfect', 'that would be fine', 'that would be lovely', 'that would be wonderful',
  'that would be helpful', "that'd be great", "that'd be good", "that'd be nice", "that'd be perfect", 'that sounds good',
  'that sounds great', 'that sounds right', 'that sounds fine', 'sounds good', 'sounds great', 'sounds right', 'sounds fine',
  'sounds perfect', 'sounds like a plan', 'works for me', 'that works', 'that works for me', 'fine by me', 'fine with me',
  'good with me', "that's right", 'that is right', "that's correct", 'that is correct', "that's fine", 'that is fine', "that's good",
  "that's perfect", "that's great", "that's okay", "that's ok", 'that is okay', "it's fine", "that's the one", 'you got it',
  "you've got it", "you got that right", 'go right ahead', 'very much',
  'that will be fine', 'that will be great', 'that will be good', "that'll be fine", "that'll be great", 'sounds good to me',
  'sounds right to me', 'sounds great to me', 'sounds fine to me', "i'd love to", "i'd like to", 'i would love to', 'i would like to', 'i want to',
  "it's correct", "it's right", 'it is right', 'it is correct', 'with pleasure', 'gladly', 'happily', 'y', 'i sure would', 'i sure do',
]; // prettier-ignore

const no = [
  'no', 'nope', 'nah', 'naw', 'no way', 'no thanks', 'no thank you', 'negative', 'never', 'never mind', 'nevermind', 'not really',
  'not now', 'not right now', 'not yet', 'not today', 'not at all', 'not this time', 'not necessary', 'not needed', 'no need',
  'absolutely not', 'definitely not', 'certainly not', 'of course not', 'please no', "please don't", 'please do not', "don't",
  'do not', "don't do it", "don't do that", "please don't do that", "don't send it", "don't bother", 'do not do that', "i don't", 'i do not',
  "i don't want to", "i don't want that", "i don't want it", 'i do not want that', 'i do not want to', "i don't need it",
  "i don't need that", "i don't need to", "i don't think so", 'i do not think so', "i'd rather not", 'i would rather not',
  "i'd prefer not to", "i'm good", 'i am good', "i'm okay", "i'm fine", "i'm all set", 'i am all set', 'all set', "we're good",
  "that won't be necessary", 'that will not be necessary', "that's not necessary", "that isn't necessary", "it's not necessary",
  "that's not right", "that's not correct", 'that is not right', 'that is not correct', "that isn't right", "that isn't correct",
  "that's wrong", 'that is wrong', "it's wrong", 'wrong', 'incorrect', "that's incorrect", 'not correct', 'not right', "it isn't",
  "it's not", 'it is not', 'it was not', "it wasn't", "i'm not", 'i am not', "i didn't", "i wouldn't", "i'll pass", 'pass', 'not quite',
  'not exactly', 'forget it', 'leave it', 'let it be', "don't worry about it", 'not anymore', 'hell no', 'heck no', 'i would not',
  'i changed my mind', "i've changed my mind", 'stop', 'stop it', 'stop that', 'n',
]; // prettier-ignore

const nothing = [
  'um', 'uh', 'er', 'erm', 'hmm', 'mm', 'ah', 'oh', 'well', 'so', 'then', 'and', 'just', 'thanks', 'thank you', 'thanks a lot',
  'thank you very much', 'thank you so much', 'many thanks', 'sir', "ma'am", 'madam', 'miss', 'i said', 'like i said', 'now',
  'that', 'hey', 'hi', 'hello', 'man', 'why not', 'the answer is',
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
  "i don't see", "i don't get", 'no comment', 'yes and no', 'no sooner', 'no earlier', 'no later',
]; // prettier-ignore

/** Every phrase with what it does, by its words, the longest first. */
export const answerPhrases: readonly { words: readonly string[]; kind: PhraseKind }[] = Object.entries({
  yes,
  no,
  nothing,
  correction,
  doubt,
} satisfies Record<PhraseKind, readonly string[]>)
  .flatMap(([kind, phrases]) => phrases.map((phrase) => ({ words: phrase.split(' '), kind: kind as PhraseKind })))
  .sort((one, other) => other.words.length - one.words.length);
