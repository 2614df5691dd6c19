import type { Scenario } from '../scenario.ts';
import { scriptedCaller } from '../scripted-caller.ts';
import { spelledEmail, spokenWords } from './spoken-words.ts';

/** What a caller does next: says something, or keys or types it where that is easier. */
export type Utterance = { readonly say: string } | { readonly key: string } | { readonly type: string };

interface Means {
  /** Of the telephone number on the order, where there is one: given in place of the e-mail, as the agent offers. */
  readonly phone: string | undefined;
  /** On a telephone: what is keyed rather than said. */
  readonly keys: readonly ('order number' | 'phone')[];
}

/** What people say when they were not understood the first time. */
const inOtherWords: Readonly<Record<string, string>> = {
  yes: 'yes please',
  'yes please': 'yes go ahead',
  "no, that's all, thank you": 'no thank you',
  "never mind, that's all, goodbye": 'goodbye',
  "I'd like to check my order": 'Where is my order?',
  'Has my order shipped yet?': 'Where is my order?',
};
const notUnderstood = /didn't catch that|say it again|only got part|are you (still )?there/i;
/** So often is the same said again; then the caller goes on. */
const mostRepeats = 2;
const phoneReadBack = /(?:That's|number) (\(\d{3}\) \d{3}-\d{4})/;
const readBack = /(?:That's|address) (\S+@[\w.-]+\w)/;

/**
 * The scripted caller by voice, as a person is: reads numbers and addresses out, says again what was not understood, says
 * no to what was misheard, and spells when asked to. What they hear is undefined when nobody has answered.
 */
export function spokenCaller(scenario: Scenario, { phone, keys }: Means) {
  const { order } = scenario;
  const scripted = scriptedCaller(scenario);
  let last = '';
  let repeats = 0;
  let email = order?.email ?? '';
  const answer = async (said: string): Promise<string | undefined> => {
    const heardEmail = readBack.exec(said)?.[1];
    if (heardEmail !== undefined) return heardEmail === email ? 'yes, that is right' : 'no, that is wrong';
    const heardPhone = phoneReadBack.exec(said)?.[1]?.replaceAll(/\D/g, '');
    if (heardPhone !== undefined) return heardPhone === phone ? 'yes, that is right' : 'no, that is wrong';
    if (phone !== undefined && /what is the phone number/i.test(said)) return phone;
    if (/spell the email/i.test(said))
      return email === order?.email && phone !== undefined ? phone : spelledEmail(email);
    if (last !== '' && notUnderstood.test(said) && repeats < mostRepeats) return inOtherWords[last] ?? last;
    const isRefused = order !== undefined && /double-check the order number/i.test(said) && !isAnswered(scenario, said);
    return isRefused ? `${order.number} and ${order.email}` : scripted(said);
  };
  return async (said: string | undefined): Promise<Utterance | undefined> => {
    if (said !== undefined && /can type the email/i.test(said)) return { type: email };
    const words = said === undefined && last !== '' ? last : await answer(said ?? '');
    if (words === undefined) return undefined;
    repeats = words === last ? repeats + 1 : 0;
    // A yes or a no to a read-back is not what they were asked to say again.
    if (!readBack.test(said ?? '') && !phoneReadBack.test(said ?? '')) last = words;
    // Of number and address, the address is said when it is asked for.
    const number = order !== undefined && words.startsWith(order.number) ? order.number : undefined;
    if (number === undefined) email = /\S+@\S+\.\w+/.exec(words)?.[0] ?? email;
    if (number !== undefined) return keys.includes('order number') ? keyed(number) : { say: spokenWords(number) };
    if (keys.includes('phone') && phone !== undefined && words === order?.email) return keyed(phone);
    return { say: spokenWords(words) };
  };
}

const keyed = (number: string): Utterance => ({ key: `${number.replaceAll(/\D/g, '')}#` });
const isAnswered = ({ answers = [] }: Scenario, said: string) => answers.some(([asked]) => asked.test(said));
