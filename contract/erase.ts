import * as z from 'zod/mini';
import { verification } from './order.ts';

/** `POST /api/desk/erase`: everything about whoever has this e-mail address, or this phone. */
export const eraseRequest = verification;

/** How much there was. */
export const eraseResponse = z.object({
  /** Made anonymous: what was bought, sent and paid stays. */
  orders: z.int(),
  /** Deleted, with all that was said in them. */
  calls: z.int(),
  /** Deleted, sent or not. */
  messages: z.int(),
});
export type EraseResponse = z.infer<typeof eraseResponse>;
