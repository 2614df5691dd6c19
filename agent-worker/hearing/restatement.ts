import { standsAt, type Token } from './tokens-of.ts';

const words = (list: string) => new Set(list.split(' '));
/** What an agent asks to be allowed to do, by its stem; those of one line mean the same. */
const requests = [
  ['cancel'], ['return'], ['exchange'], ['refund'], ['replac'], ['reship', 'ship'], ['chang', 'updat'], ['send', 'text'], ['submit'],
  ['fil'], ['process'], ['plac'],
]; // prettier-ignore
const objects = words(
  'it that this them me the my a an order orders address link label tracking receipt refund replacement return exchange request',
);
/** Said to be told more, or to go ahead with it. */
const goingOn = [['go', 'on'], ['carry', 'on'], ['continue'], ['keep', 'going']];

/**
 * The token after words that only say again what was asked ("cancel it", "text me the link"): after a clear yes or no they
 * add nothing, and alone they are a wish of their own. Undefined when there are none.
 * @param question what was asked: a request that is not in it is no restatement
 */
export function restatementEnd(said: readonly Token[], at: number, question: string | undefined): number | undefined {
  const on = goingOn.find((phrase) => standsAt(said, at, phrase));
  if (on) return at + on.length;
  const request = requests.find((stems) => stems.some((stem) => isVerb(said[at]?.text ?? '', stem)));
  const isAsked = question === undefined || request?.some((stem) => new RegExp(`\\b${stem}`, 'i').test(question));
  if (request === undefined || isAsked !== true) return undefined;
  const end = said.findIndex(({ text }, index) => index > at && !objects.has(text));
  return end === -1 ? said.length : end;
}

const isVerb = (word: string, stem: string) => word === stem || word === `${stem}e`;
