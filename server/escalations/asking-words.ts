import type { EscalationRow } from './escalations-table.ts';

/** How a person is asked, in the e-mail and on the page behind its link. */
export interface AskingWords {
  /** Before the request, in the e-mail. */
  readonly letter: string;
  /** Before the request, on the page. */
  readonly page: string;
  /** The request is the customer's own words. */
  readonly isQuoted: boolean;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** What follows from a yes, before the consequences where there are any. */
  readonly ifYes: string;
}

/** To decide what a customer asks for; or to do by hand, and to say so, what the store's own order API did not do. */
export function askingWords({ matter, change }: Pick<EscalationRow, 'matter' | 'change'>): AskingWords {
  if (matter === 'store_change') return change === null ? toCatchUp : toDoByHand;
  return { ...toDecide, ifYes: change === null ? nothingByItself : toDecide.ifYes };
}

const nothingByItself =
  'The customer is told that you approve. What you promise is for you to do: nothing else happens by itself.';

const toDecide: AskingWords = {
  letter: 'A customer asked for this, and only you can decide it. They said:',
  page: 'The customer says:',
  isQuoted: true,
  question: 'Do you approve?',
  yes: 'Yes, approve it',
  no: 'No, refuse it',
  ifYes: 'This is done at once, and the customer is told:',
};

const toDoByHand: AskingWords = {
  letter: 'A customer has confirmed this change, and your order system did not make it. Please make it by hand:',
  page: 'Your order system did not make this change, which the customer has confirmed. Please make it by hand:',
  isQuoted: false,
  question: 'Is it done?',
  yes: 'Yes, it is done',
  no: 'No, it will not be done',
  ifYes: 'The customer is told that this was done:',
};

const toCatchUp: AskingWords = {
  ...toDoByHand,
  letter: 'This has happened, and your order system was not told of it. Please enter it there by hand:',
  page: 'This has happened, and your order system was not told of it. Please enter it there by hand:',
  ifYes: 'Nothing else: the customer has been told already.',
};
