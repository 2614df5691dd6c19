import type { Row } from '../messages/letter.ts';
import { htmlText } from '../http/html-text.ts';
import { dayIn } from '../policy/store-calendar.ts';
import { writtenInstant } from '../policy/written-instant.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { askingWords, type AskingWords } from './asking-words.ts';
import { consequenceRows } from './consequence-rows.ts';
import type { DecideForm, DecidePage, Trouble } from './decide-by-link.ts';
import { escalationRows, escalationTitle } from './escalation-facts.ts';

export interface PageTelling {
  readonly profile: StoreProfile;
  readonly now: Date;
}

type Open = Extract<DecidePage, { is: 'open' }>;
type Decided = Extract<DecidePage, { is: 'decided' }>;

/** The page behind the link of the e-mail: what was asked, what approving would do, and the form that decides. */
export function decideDocument(page: DecidePage, telling: PageTelling): string {
  switch (page.is) {
    case 'open':
      return openDocument(page, telling);
    case 'decided':
      return decidedDocument(page, telling);
    case 'invalid':
      return plainDocument(telling, 'This link is not valid', 'Please use the link just as it stands in the email.');
    case 'expired':
      return plainDocument(telling, 'This link has expired', 'The request may still be open: please look at the desk.');
    case 'unavailable':
      return plainDocument(telling, 'Not available right now', 'Nothing was decided. Please try again in a moment.');
  }
}

const plainDocument = ({ profile }: PageTelling, title: string, words: string): string =>
  documentOf(profile, { title, main: `<h1>${htmlText(title)}</h1><p>${htmlText(words)}</p>` });

function decidedDocument({ row, isTooLate }: Decided, telling: PageTelling): string {
  const { profile, now } = telling;
  const title = escalationTitle(profile, row);
  const state = row.state === 'approved' ? 'Approved' : 'Refused';
  const at = row.decided_at === null ? '' : `, ${writtenInstant(profile.time_zone, row.decided_at, now)}`;
  const outcome = row.outcome === null ? 'The customer has been told.' : outcomeWords(row.outcome);
  const main = `<h1>${htmlText(title)}</h1>
${isTooLate ? trouble('This had been decided before, so your answer did not count.') : ''}
<p class="state">${state}${htmlText(at)}</p>
<p>${htmlText(outcome)}</p>
${rowList([
  { name: 'Order', value: row.order_number },
  { name: 'Reason', value: row.reason ?? '' },
  ...(row.words === null ? [] : [{ name: 'Told to the customer', value: row.words }]),
  ...(row.outcome?.rma === undefined ? [] : [{ name: 'RMA', value: row.outcome.rma }]),
])}`;
  return documentOf(profile, { title: `${state}: ${title}`, main });
}

function outcomeWords({ outcome }: NonNullable<Decided['row']['outcome']>): string {
  switch (outcome) {
    case 'done':
      return 'It has been carried out, and the customer has been told.';
    case 'pending':
      return 'The store is carrying it out, and the customer hears once that is done.';
    case 'failed':
      return 'The store did not carry it out: the order had changed. The customer has been told.';
  }
}

function openDocument(page: Open, telling: PageTelling): string {
  const { row, form } = page;
  const { profile } = telling;
  const title = escalationTitle(profile, row);
  const { refusal } = row.context;
  const asking = askingWords(row);
  const main = `<h1>${htmlText(title)}</h1>
${page.trouble === undefined ? '' : trouble(troubleWords(page.trouble))}
<p>${htmlText(asking.page)}</p>
<blockquote>${htmlText(row.request)}</blockquote>
${rowList(escalationRows(profile, row))}
${refusal === undefined ? '' : `<h2>What the caller was told</h2><p>${htmlText(refusal.say)}</p>`}
<h2>If you approve</h2>
${approvalHtml(page, telling)}
<h2>Your decision</h2>
${formHtml(form, { asking, trouble: page.trouble, canApprove: page.now?.verdict !== 'impossible' })}`;
  const isTroubled = page.trouble !== undefined;
  return documentOf(profile, { title: `${isTroubled ? 'Not decided yet' : 'Decide'}: ${title}`, main });
}

function approvalHtml({ row, now }: Open, { profile, now: at }: PageTelling): string {
  const ifYes = `<p>${htmlText(askingWords(row).ifYes)}</p>`;
  if (row.change === null) return ifYes;
  const told = { currency: row.context.currency, today: dayIn(profile.time_zone, at) };
  switch (now?.verdict) {
    case 'possible':
      return `${ifYes}${rowList(consequenceRows(now.consequences, told))}`;
    case 'impossible':
      return `<p>This is not possible as the order stands now. The agent would say: “${htmlText(now.say)}”</p>`;
    case 'unknown':
    case undefined:
      return '<p>The order cannot be looked up right now. Whether this is possible shows when you approve.</p>';
  }
}

function formHtml(
  { decision, reason = '', words = '' }: DecideForm,
  { asking, trouble: why, canApprove }: { asking: AskingWords; trouble: Trouble | undefined; canApprove: boolean },
): string {
  const misses = why?.is === 'incomplete' ? why.misses : undefined;
  const invalid = (name: string) => (misses === name ? ' aria-invalid="true"' : '');
  const radio = (value: string, label: string, isPossible = true) =>
    `<label class="choice"><input type="radio" name="decision" value="${value}" required${
      decision === value && isPossible ? ' checked' : ''
    }${isPossible ? '' : ' disabled'}> ${label}</label>`;
  return `<form method="post">
<fieldset${invalid('decision')}><legend>${htmlText(asking.question)}</legend>
${radio('approve', asking.yes, canApprove)}
${radio('refuse', asking.no)}
</fieldset>
<label for="reason">Why</label>
<p class="hint" id="reason-hint">For the record. The customer does not see it.</p>
<textarea id="reason" name="reason" rows="3" maxlength="500" required aria-describedby="reason-hint"${invalid('reason')}>${htmlText(reason)}</textarea>
<label for="words">What the customer should know (optional)</label>
<p class="hint" id="words-hint">Told to the customer word for word, with your decision.</p>
<textarea id="words" name="words" rows="2" maxlength="300" aria-describedby="words-hint"${invalid('words')}>${htmlText(words)}</textarea>
<button type="submit">Decide</button>
</form>`;
}

function troubleWords(why: Trouble): string {
  switch (why.is) {
    case 'incomplete':
      return incompleteWords[why.misses];
    case 'no_longer_possible':
      return `Nothing was decided: the order has changed, and this is not possible any more. ${why.say}`;
  }
}

const incompleteWords: Record<Extract<Trouble, { is: 'incomplete' }>['misses'], string> = {
  decision: 'Please choose whether you approve. Nothing was decided yet.',
  reason: 'Please say why, in 500 characters at most. Nothing was decided yet.',
  words: 'Please tell the customer less: 300 characters at most. Nothing was decided yet.',
};

const trouble = (words: string) => `<p class="trouble" role="alert">${htmlText(words)}</p>`;

const rowList = (rows: readonly Row[]) =>
  `<dl>${rows.map(({ name, value }) => `<div><dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd></div>`).join('')}</dl>`;

const documentOf = (
  { language, store_name }: StoreProfile,
  { title, main }: { title: string; main: string },
): string => `<!doctype html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${htmlText(title)} - ${htmlText(store_name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/decide/page.css">
</head>
<body>
<header>${htmlText(store_name)}</header>
<main>
${main}
</main>
</body>
</html>
`;
