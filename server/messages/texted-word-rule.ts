/** What a single word texted to our number asks for. */
export type TextedWord = 'stop' | 'start' | 'help';

/**
 * The words that carriers and Twilio know (https://help.twilio.com/articles/223134027), and those that the FCC has added:
 * nobody may be made to find the right one.
 */
const words: Record<TextedWord, readonly string[]> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'revoke', 'stopit', 'stopplease'],
  start: ['start', 'unstop', 'yes', 'optin', 'subscribe'],
  help: ['help', 'info'],
};

/** The wish of a text that says nothing else; capitals, spaces and punctuation do not matter. */
export function textedWord(text: string): TextedWord | undefined {
  const word = text.toLowerCase().replaceAll(/[^a-z]/g, '');
  return (['stop', 'start', 'help'] as const).find((wish) => words[wish].includes(word));
}
