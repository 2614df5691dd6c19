import type { AppContext } from '../app-context.ts';
import type { Letter } from '../messages/letter.ts';
import { decideLink } from './decide-link.ts';
import { escalationRows, escalationTitle } from './escalation-facts.ts';
import type { NewEscalation } from './escalations-table.ts';

/** What the store's people are told the moment a customer asks, with the link by which they decide. */
export function escalationLetter(
  { config, profile }: Pick<AppContext, 'config' | 'profile'>,
  escalation: NewEscalation,
): Pick<Letter, 'subject' | 'body'> {
  const title = escalationTitle(profile(), escalation);
  return {
    subject: `${title}: order ${escalation.order_number}`,
    body: [
      { block: 'paragraph', text: 'A customer asked for this, and only you can decide it. They said:' },
      { block: 'paragraph', text: `“${escalation.request}”` },
      { block: 'table', caption: 'What it is about', rows: escalationRows(profile(), escalation) },
      {
        block: 'link',
        words: 'Look at it and decide',
        url: decideLink(config, { id: escalation.id, askedAt: escalation.asked_at }),
      },
      {
        block: 'paragraph',
        text: 'The link is yours alone: whoever has it can decide. It counts for one week and one decision.',
      },
    ],
  };
}
