import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { storeSchema } from './store-schema.ts';

test('store.schema.json is what `npm run profile-schema` writes', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('../../store.schema.json', import.meta.url), 'utf8'));
  expect(kept).toEqual(JSON.parse(storeSchema()));
});
