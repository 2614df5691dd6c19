import type { AppContext } from '../app-context.ts';
import type { Letter } from '../messages/letter.ts';
import { askingWords } from './asking-words.ts';
import { decideLink } from './decide-link.ts';
import { escalationRows, escalationTitle } from './escalation-facts.ts';
import type { NewEscalation } from './escalations-table.ts';

/** What the store's people are told the moment a customer asks, with the link by which they decide. */
export function escalationLetter(
  { config, profile }: Pick<AppContext, 'config' | 'profile'>,
  escalation: NewEscalation,
): Pick<Letter, 'subject' | 'body'> {
  const title = escalationTitle(profile(), escalation);
  const { letter, isQuoted } = askingWords(escalation);
  return {
    subject: `${title}: order ${escalation.order_number}`,
    body: [
      { block: 'paragraph', text: letter },
      { block: 'paragraph', text: isQuoted ? `“${escalation.request}”` : escalation.request },
      { block: 'table', caption: 'What it is about', rows: escalationRows(profile(), escalation) },
      {
        block: 'link',
        words: isQuoted ? 'Look at it and decide' : 'Look at it and say what became of it',
        url: decideLink(config, { id: escalation.id, askedAt: escalation.asked_at }),
      },
      {
        block: 'paragraph',
        text: 'The link is yours alone: whoever has it can decide. It counts for one week and one decision.',
      },
    ],
  };
}
