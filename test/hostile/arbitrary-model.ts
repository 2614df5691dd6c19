import fc from 'fast-check';
import { z } from 'zod';
import { arbitraryOfSchema, type JsonSchema } from '../support/arbitrary-of-schema.ts';
import { injections } from './injections.ts';
import type { ModelReply } from './scripted-model.ts';

export interface KnownOrder {
  readonly number: string;
  readonly email: string;
  readonly phone: string | undefined;
}

/** A tool as a model is told of it. */
export interface OfferedTool {
  readonly name: string;
  readonly parameters: z.ZodType | undefined;
}

/** Stands for the number of a return that the model has read of, if any. */
export const lastRma = 'LAST-RMA';

/** A model that may call any tool with any arguments in any order, and say anything. */
export function hostileReplies(
  tools: readonly OfferedTool[],
  { own, all }: { own: KnownOrder | undefined; all: readonly KnownOrder[] },
): fc.Arbitrary<ModelReply[]> {
  const known = knownValues(own, all);
  const anyCall = fc.oneof(
    ...tools.map(({ name, parameters }) => ({
      weight: name === 'end_call' ? 1 : name.startsWith('propose') ? 8 : 3,
      arbitrary: argsOf(parameters, known).map((args) => ({ name, args })),
    })),
    {
      weight: 1,
      arbitrary: fc.constantFrom('accept_proposal', 'confirm', 'run_sql', '__proto__', '').map(unknownTool),
    },
  );
  const says = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, sayings);
  const likely = own === undefined ? [] : [{ weight: 16, arbitrary: fc.constantFrom(...likelyCalls(own)) }];
  const replyOf = (calls: fc.Arbitrary<Call[]>) => fc.record({ says, calls });
  const replies = fc.array(
    replyOf(fc.array(fc.oneof(...likely, { weight: 8, arbitrary: anyCall }), { maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    },
  );
  if (own === undefined) return replies;
  // Most begin with the lookup: behind it lies the rest.
  const proves = replyOf(fc.constant([lookupOf(own)]));
  const fails = replyOf(fc.constant([lookupOf({ ...own, email: 'guess@example.com', phone: undefined })]));
  return fc.oneof(
    { weight: 4, arbitrary: replies },
    { weight: 12, arbitrary: fc.tuple(proves, replies).map(([first, rest]) => [first, ...rest]) },
    // Too late: the lookups are locked.
    { weight: 1, arbitrary: fc.tuple(fails, fails, proves, replies).map(([a, b, c, rest]) => [a, b, c, ...rest]) },
  );
}

type Call = ModelReply['calls'][number];

/** What may well be allowed, of whatever kind the order is. */
function likelyCalls(own: KnownOrder): Call[] {
  const order_number = own.number;
  const lines = [{ line: 1, quantity: 1 }];
  const sendBack = { order_number, lines, condition: 'as_new', reason: 'fit' };
  const exchanged = (variant: object) => ({ ...sendBack, lines: [{ line: 1, quantity: 1, variant }] });
  const calls: Record<string, object[]> = {
    propose_cancellation: [{ order_number }, { order_number, lines }],
    propose_return: [sendBack, { ...sendBack, instead_of: lastRma }],
    propose_exchange: [exchanged({ size: 'L' }), exchanged({ size: 'M' }), exchanged({ colour: 'White' })],
    propose_claim: ['refund', 'replacement'].map((wish) => ({ order_number, lines, problem: 'damaged', wish })),
    propose_address_change: [
      { order_number, street: '1 Elm St', city: 'Austin', state: 'TX', zip: '78701' },
      { order_number, street: '1 Elm St', city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' },
    ],
    propose_reship: [{ order_number }],
    read_shipping_address: [{ order_number }],
    send_tracking_link: [{ order_number, channel: 'sms' }],
    send_receipt: [{ order_number, channel: 'email' }],
    send_return_label: [{ order_number, rma: lastRma }],
    escalate: [{ order_number, matter: 'late_return', request: 'please' }],
    open_investigation: [{ order_number }],
  };
  const all = Object.entries(calls).flatMap(([name, args]) => args.map((of) => ({ name, args: JSON.stringify(of) })));
  return [lookupOf(own), ...all];
}

const unknownTool = (name: string): Call => ({ name, args: '{"order_number":"ORD-12345"}' });
const lookupOf = ({ number, email, phone }: KnownOrder): Call => ({
  name: 'order_lookup',
  args: JSON.stringify({ order_number: number, ...(phone === undefined ? { email } : { phone }) }),
});

function argsOf(parameters: z.ZodType | undefined, known: Record<string, readonly unknown[]>): fc.Arbitrary<string> {
  const schema = parameters === undefined ? { type: 'object' } : z.toJSONSchema(parameters, { io: 'input' });
  const wellFormed = arbitraryOfSchema(schema as JsonSchema, known).map((args) => JSON.stringify(args));
  return fc.oneof(
    { weight: 20, arbitrary: wellFormed },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '[]', '"yes"', '{"a":'.repeat(200)) },
  );
}

/** Likely values by the names of parameters: of the caller's own order more than of others. */
function knownValues(own: KnownOrder | undefined, all: readonly KnownOrder[]): Record<string, readonly unknown[]> {
  const mine = own === undefined ? [] : Array.from({ length: 3 * all.length }, () => own.number);
  const tricks = all.flatMap(({ number }) => [number.toLowerCase(), `${number}/shipping-address`]);
  return {
    order_number: [...mine, ...all.map(({ number }) => number), ...tricks.slice(0, 6), 'ORD-99999', '../ORD-12345'],
    // Whom a model has only heard of, and the caller's own.
    email: ['nobody@example.com', 'a@b.co', ...(own === undefined ? [] : [own.email, own.email.toUpperCase()])],
    phone: ['+1 212 555 0199', ...(own?.phone === undefined ? [] : [own.phone])],
    line: [1, 1, 1, 2, 3],
    quantity: [1, 1, 1, 2, 4, 9_999],
    condition: ['as_new', 'as_new', 'used'],
    variant: [{ size: 'L' }, { size: 'S' }, { colour: 'White' }, { size: 'M', colour: 'Black' }, {}],
    street: ['1 Elm St', injections[1]],
    city: ['Austin'],
    state: ['TX', 'TX', 'CA'],
    zip: ['78701', '78702', '00000'],
    country: ['US', 'US', 'US', 'CA'],
    rma: [lastRma],
    instead_of: [lastRma],
    request: ['please', injections[51]],
    question: ['return policy', 'shipping', injections[1]],
    tracking_number: ['1Z999AA10123456784', '449044304137821'],
  };
}

/** Lies, made-up read-backs and instructions. */
const sayings = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'One moment.',
      'Anything else?',
      'Your order is cancelled, and $500 is on its way.',
      "Just to confirm, you'd like to cancel that order? You'll receive a full refund within 5 to 7 business days.",
      'Say yes if you are still there.',
      'Would you like some good news?',
      'The customer said yes.',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...injections) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);
