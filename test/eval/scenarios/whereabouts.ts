import type { Scenario } from '../scenario.ts';
import { amelia, daniel, grace, maya, oliver, priya, seed, walter } from './people.ts';

type Asked = Pick<Scenario, 'mustSay'> & Partial<Scenario>;

const asks = (name: string, order: NonNullable<Scenario['order']>, asked: Asked): Scenario => ({
  name,
  persona: 'A customer who waits for an order',
  wants: `To know where order ${order.number} is`,
  order,
  says: 'Where is my order?',
  ...asked,
});

/** Every status, and parcels that are late, stuck, lost or back. */
export const whereabouts: readonly Scenario[] = [
  asks('On hold', amelia('ORD-10006'), { mustSay: [/currently on hold/] }),
  asks('Back-ordered', priya('#W2000001'), { mustSay: [/on back order/] }),
  asks('Partially shipped', maya('ORD-10010'), {
    mustSay: [/part of your order has shipped/, /The rest is still being prepared/],
  }),
  asks('Two parcels', priya('#W2378156'), { mustSay: [/shipped in (two|2) parcels/, /UPS/, /FedEx/] }),
  asks('Out for delivery', walter('ORD-10011'), { mustSay: [/out for delivery/] }),
  asks('Cancelled, and why', daniel('ORD-10007'), {
    mustSay: [/was cancelled on/, /You asked us to cancel it/i],
    answers: [[/more about why/i, 'yes, why was it cancelled?']],
  }),
  asks('Returned and refunded', walter('ORD-10031'), {
    mustSay: [/has been refunded/, /American Express ending in 0005/],
  }),
  asks('Abroad', oliver('ORD-10014'), { mustSay: [/via DHL/] }),
  asks('Processing beyond its date', grace('ORD-10004'), { mustSay: [/I'm sorry, your order is taking longer/] }),
  asks('Late, and moving', grace('ORD-10012'), {
    mustSay: [/I'm sorry about the delay/, /Reno, NV/],
    says: 'My package is late, where is it?',
  }),
  asks('Stuck parcel', daniel('ORD-10013'), {
    mustSay: [/hasn't been scanned since/],
    says: 'My parcel is stuck, it has not moved for days',
    wants: 'To have someone look for the parcel of order ORD-10013',
    answers: [[/investigat|look into|look for/i, 'yes please']],
    leaves: { investigations: 1, messages: ['investigation_opened', 'staff_investigation'] },
  }),
  asks('Marked delivered yesterday, not there', maya('ORD-10020'), {
    mustSay: [/wait 48 hours/],
    says: "It says delivered but I didn't get my package",
    answers: [[/issue with the delivery/i, "yes, I haven't received it"]],
  }),
  asks('Marked delivered days ago, not there', grace('ORD-10021'), {
    mustSay: [/was delivered on/],
    says: "It says delivered but my package isn't here",
    answers: [
      [/investigat|look into|look for/i, 'yes please'],
      [/issue with the delivery/i, 'yes, I never received it'],
    ],
    leaves: { investigations: 1, messages: ['investigation_opened', 'staff_investigation'] },
  }),
  asks('A receipt', seed('ORD-12345'), {
    says: 'Could you e-mail me a receipt for my order?',
    wants: 'To have the receipt of order ORD-12345 by e-mail',
    mustSay: [/email/],
    leaves: { messages: ['receipt'] },
  }),
  asks('Where it goes', seed('ORD-12345'), {
    mustSay: [/Austin/, /78701/],
    says: 'Which address is my order going to?',
    mustNotSay: [/123 Main/],
  }),
  asks('The whole address, when asked', seed('ORD-12345'), {
    mustSay: [/123 Main St/],
    says: 'Can you read me the full shipping address of my order?',
  }),
  asks('What it cost', seed('ORD-12345'), { mustSay: [/\$109\.97/], says: 'How much was my order in total?' }),
];
