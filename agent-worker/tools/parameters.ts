import { changeReason } from '@orderline/contract/proposal.ts';
import * as z from 'zod';

/** What the tools' parameters have in common, as a model is told of them. */
export const verifiedOrder = z.string().trim().min(1).max(32).describe('An order that was verified in this call');

const line = z.int().min(1).max(10_000).describe('The number of the line, as get_order and returnable_items give it');
const quantity = z.int().min(1).max(10_000).describe('How many of it');

export const units = z.strictObject({ line, quantity });
export const lines = z.array(units).min(1).max(100).describe('The items, each line once');

export const reason = z.enum(changeReason.options).describe('Why, as the caller says it; ask once');
export const reasonWords = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .optional()
  .describe("The caller's own words, where they tell more");
export const condition = z
  .enum(['as_new', 'used'])
  .optional()
  .describe('Only as the caller answered: unused, unworn and in the original packaging is as_new');

export const address = {
  street: z.string().trim().min(1).max(120),
  street2: z.string().trim().min(1).max(120).optional().describe('Apartment, unit or suite'),
  city: z.string().trim().min(1).max(80),
  state: z.string().trim().min(1).max(40).optional().describe('Two letters, where the country has states'),
  zip: z.string().trim().min(3).max(12),
  country: z.string().length(2).default('US').describe('Two letters, ISO 3166-1'),
};
