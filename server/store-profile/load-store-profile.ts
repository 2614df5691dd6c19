import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import { describeIssue } from './describe-issue.ts';
import { storeProfileSchema, type StoreProfile } from './store-profile.ts';

/** The store profile cannot be used; the message says where and why, line by line. */
export class StoreProfileError extends Error {
  override readonly name = 'StoreProfileError';

  constructor(path: string, problems: readonly string[]) {
    super(`The store profile ${path} cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the store profile at `path`. Throws {@link StoreProfileError}, which names every mistake in it. */
export async function loadStoreProfile(path: string): Promise<StoreProfile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new StoreProfileError(path, [`it cannot be read (${code}); STORE_PROFILE names another file`]);
  }
  const { profile, problems } = parseStoreProfile(text);
  if (profile === undefined) throw new StoreProfileError(path, problems);
  return profile;
}

type Parsed =
  | { readonly profile: StoreProfile; readonly problems: readonly [] }
  | { readonly profile: undefined; readonly problems: readonly string[] };

/** The profile in this YAML, or a sentence for each mistake: where it is, what is wrong, what is allowed. */
export function parseStoreProfile(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message}`);
    return { profile: undefined, problems };
  }
  const value: unknown = document.toJS();
  const { data, error } = storeProfileSchema.safeParse(value, { reportInput: true });
  if (data !== undefined) return { profile: data, problems: [] };
  return {
    profile: undefined,
    problems: error.issues.flatMap((issue) => {
      const line = lineOf(document, lines, issue.path);
      return describeIssue(issue).map((problem) => (line === undefined ? problem : `line ${line}: ${problem}`));
    }),
  };
}

/** The line of what `path` leads to; of what is missing, that of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: z.core.$ZodIssue['path']): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
