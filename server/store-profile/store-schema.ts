import * as z from 'zod';
import { storeProfileSchema } from './store-profile.ts';

/** The JSON Schema by which editors complete and check `store.yaml`; kept in `store.schema.json`. */
export const storeSchema = (): string =>
  `${JSON.stringify({ title: 'store.yaml', ...z.toJSONSchema(storeProfileSchema, { io: 'input' }) }, null, 2)}\n`;
