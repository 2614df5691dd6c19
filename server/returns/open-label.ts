import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { isSignedLabel, type SignedLabel } from './label-link.ts';
import { makeLabel } from './make-label.ts';

/**
 * The label that a signed link is for, as PDF. Throws 403 `link_invalid` when we have not made this link as it is, 410
 * `link_expired` when its time is over or nothing of the return is to be sent any more.
 */
export async function openLabel(context: AppContext, link: SignedLabel): Promise<Buffer> {
  if (!isSignedLabel(context.config, link)) {
    throw problem('link_invalid', { detail: 'Open the whole link, as it was sent to you' });
  }
  const label = context.clock().getTime() < link.expires * 1000 ? await makeLabel(context, link.rma) : undefined;
  if (label === undefined) {
    throw problem('link_expired', { detail: 'This label is no longer in use: ask us for a new one' });
  }
  return label;
}
