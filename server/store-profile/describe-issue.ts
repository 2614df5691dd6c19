import type * as z from 'zod';
import { storeProfileSchema } from './store-profile.ts';

/** One sentence for each thing wrong: `returns.days: Invalid input: expected number, received string`. */
export function describeIssue(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  const at = (names: readonly string[]) => (names.length === 0 ? 'the file' : names.join('.'));
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(path);
    return issue.keys.map((key) => `${at([...path, key])} is not known; ${at(path)} may have ${allowed.join(', ')}`);
  }
  if (issue.code === 'invalid_union') {
    const [first] = issue.errors.flatMap((errors) => errors.filter(({ code }) => code !== 'invalid_value'));
    return [`${at(path)}: ${first?.message ?? issue.message}`];
  }
  if ('input' in issue && issue.input === undefined) return [`${at(path)} is missing`];
  return [`${at(path)}: ${issue.message}`];
}

/** The keys that the profile's object at `path` may have. */
function keysAt(path: readonly string[]): string[] {
  let schema: unknown = storeProfileSchema;
  for (const name of path) schema = shapeOf(schema).get(name) ?? part(schema, 'element');
  return [...shapeOf(schema).keys()];
}

const shapeOf = (schema: unknown) => new Map<string, unknown>(Object.entries(part(schema, 'shape') ?? {}));

const part = (schema: unknown, name: 'shape' | 'element'): unknown =>
  schema === null || typeof schema !== 'object' ? undefined : Reflect.get(schema, name);
