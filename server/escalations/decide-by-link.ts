import { escalationDecision, type EscalationDetail } from '@orderline/contract/desk-escalation.ts';
import type { AppContext } from '../app-context.ts';
import { ProblemError } from '../http/problem-response.ts';
import { checkDecideLink, type SignedDecision } from './decide-link.ts';
import { decideEscalation } from './decide-escalation.ts';
import type { SignedEscalationRow } from './escalations-table.ts';
import { readEscalation } from './read-escalations.ts';

/** What the form of the page sends, as far as it was filled in. */
export interface DecideForm {
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
  readonly words?: string | undefined;
}

/** What whoever follows the link sees. */
export type DecidePage =
  /** Not a link of ours, or of something that is gone: the two look alike. */
  | { readonly is: 'invalid' | 'expired' | 'unavailable' }
  | {
      readonly is: 'open';
      readonly row: SignedEscalationRow;
      readonly now: EscalationDetail['now'];
      readonly form: DecideForm;
      /** Why what was sent decided nothing. */
      readonly trouble?: Trouble;
    }
  /** `isTooLate`: what was just sent came after somebody else's decision. */
  | { readonly is: 'decided'; readonly row: SignedEscalationRow; readonly isTooLate: boolean };

export type Trouble =
  | { readonly is: 'incomplete'; readonly misses: 'decision' | 'reason' | 'words' }
  | { readonly is: 'no_longer_possible'; readonly say: string };

/** The page behind a link. Looking decides nothing: programs that check the links of e-mails look too. */
export async function openDecidePage(context: AppContext, link: SignedDecision): Promise<DecidePage> {
  const checked = checkDecideLink(context.config, { link, now: context.clock() });
  if (checked !== 'valid') return { is: checked === 'expired' ? 'expired' : 'invalid' };
  try {
    const { row, detail } = await readEscalation(context, link.id);
    return row.state === 'pending'
      ? { is: 'open', row, now: detail.now, form: {} }
      : { is: 'decided', row, isTooLate: false };
  } catch (error) {
    return pageOfProblem(error);
  }
}

/** Decides by a link what the form says; undefined when that is done, or else the page that says why it is not. */
export async function decideByLink(
  context: AppContext,
  link: SignedDecision,
  form: DecideForm,
): Promise<DecidePage | undefined> {
  const page = await openDecidePage(context, link);
  if (page.is === 'decided') return { ...page, isTooLate: true };
  if (page.is !== 'open') return page;
  const made = escalationDecision.safeParse({ ...form, words: form.words?.trim() === '' ? undefined : form.words });
  if (!made.success) return { ...page, form, trouble: { is: 'incomplete', misses: missing(made.error.issues) } };
  try {
    await decideEscalation(context, { id: link.id, decider: { via: 'link' }, made: made.data });
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, say, detail = '' } = error.body;
    const after = await openDecidePage(context, link);
    if (after.is === 'decided') return { ...after, isTooLate: true };
    if (after.is !== 'open' || code !== 'order_moved') return pageOfProblem(error);
    return { ...after, form, trouble: { is: 'no_longer_possible', say: say ?? detail } };
  }
}

function missing(issues: readonly { readonly path: readonly PropertyKey[] }[]): 'decision' | 'reason' | 'words' {
  const names = issues.map(({ path }) => path[0]);
  if (names.includes('decision')) return 'decision';
  return names.includes('reason') ? 'reason' : 'words';
}

function pageOfProblem(error: unknown): DecidePage {
  if (!(error instanceof ProblemError)) throw error;
  return { is: error.body.code === 'not_found' ? 'invalid' : 'unavailable' };
}
