import * as z from 'zod/mini';

/** The part of the store profile a job needs to talk. Policy numbers stay on the server, which decides by them. */
export const agentProfile = z.object({
  agent_name: z.string(),
  agent_description: z.string(),
  store_name: z.string(),
  website: z.string(),
  tracking_page: z.string(),
  time_zone: z.string(),
  language: z.string(),
  /** `ORD-#####`, `#W#######`: a run of `#` is that many digits, a lone leading `#` is itself. */
  order_number_formats: z.array(z.string()),
  /** What the caller hears when a person is asked for and the desk cannot be reached. */
  person_contact: z.string(),
  /** When the store's people answer; absent where they never do. */
  opening_hours: z.optional(z.string()),
  /** Whether they do so now, as the call begins. */
  people_are_in: z.boolean(),
  phrases: z.object({
    opening: z.string(),
    /** After the opening, on the phone. */
    phone_menu: z.string(),
    automated_notice: z.string(),
    ask_order_number: z.string(),
    ask_email: z.string(),
    /** Where an address was misheard again and again. */
    email_another_way: z.string(),
    anything_else: z.string(),
    goodbye: z.string(),
    back_again: z.string(),
    did_not_catch: z.string(),
    trouble: z.string(),
    /** Asked before the first text to a number. */
    may_we_text: z.string(),
    /** After a read-back that was answered with no. */
    change_declined: z.string(),
    /** When it cannot be known whether a change went through. */
    change_unknown: z.string(),
    /** To a caller who has held for as long as anyone should. */
    hold_over: z.string(),
    /** To who reports a damaged, defective, wrong or missing item: which of the two. */
    offer_claim: z.string(),
    /** Before a person is asked for what the rules do not allow. */
    offer_exception: z.string(),
    /** To who wants an order that has shipped sent somewhere else. */
    address_already_shipped: z.string(),
  }),
  limits: z.object({ silence_seconds: z.number() }),
});
export type AgentProfile = z.infer<typeof agentProfile>;
