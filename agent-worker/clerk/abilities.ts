/** What can be asked here, in one sentence. */
export const abilities =
  'I can tell you where an order is, change or cancel it, take a return, an exchange or a damaged item, and answer questions about shipping and returns.';
