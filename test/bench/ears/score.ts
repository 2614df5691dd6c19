import { matters } from '../../../agent-worker/clerk/matters/matters.ts';
import { hearEmail } from '../../../agent-worker/hearing/hear-email.ts';
import { hearOrderNumber } from '../../../agent-worker/hearing/hear-order-number.ts';
import { hearYesNo } from '../../../agent-worker/hearing/hear-yes-no.ts';
import { orderNumberFormats } from './listening-caller.ts';
import type { SpokenLine } from './spoken-corpus.ts';

/** A line as it was heard. `wrong` is worse than `missed`: something else was understood, and would be acted upon. */
export interface HeardLine {
  line: SpokenLine;
  heard: string;
  outcome: 'right' | 'missed' | 'wrong';
  words: { said: number; heard: number };
}

export function judge(line: SpokenLine, heard: string): HeardLine {
  const said = wordsOf(line.say);
  return {
    line,
    heard,
    outcome: outcomeOf(line, heard),
    words: { said: said.length, heard: common(said, wordsOf(heard)) },
  };
}

function outcomeOf(line: SpokenLine, heard: string): HeardLine['outcome'] {
  switch (line.kind) {
    case 'number':
      return compared(hearOrderNumber(heard, orderNumberFormats), line.expected);
    case 'email':
      return compared(hearEmail(heard), line.expected);
    case 'answer': {
      const answer = hearYesNo(heard);
      if (answer === line.expected) return 'right';
      return answer === 'unclear' ? 'missed' : 'wrong';
    }
    case 'no yes':
      return hearYesNo(heard) === 'yes' ? 'wrong' : 'right';
    case 'matter':
    case 'free': {
      const [meant, understood] = [matterOf(line.say), matterOf(heard)];
      if (meant === understood) return 'right';
      return understood === -1 ? 'missed' : 'wrong';
    }
  }
}

function compared(heard: ReturnType<typeof hearEmail>, expected: string): HeardLine['outcome'] {
  if (heard.status !== 'heard') return 'missed';
  return heard.value === expected ? 'right' : 'wrong';
}

const matterOf = (text: string) => matters.findIndex(({ isMeant }) => isMeant(text));
const wordsOf = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** How many words of one are in the other, in the same order. */
function common(said: readonly string[], heard: readonly string[]): number {
  let row = Array.from({ length: heard.length + 1 }, () => 0);
  for (const word of said) {
    const next = [0];
    heard.forEach((other, column) => {
      next.push(word === other ? (row[column] ?? 0) + 1 : Math.max(row[column + 1] ?? 0, next[column] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
