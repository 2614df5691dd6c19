import { findPocketSphinx, PocketSphinxRun } from '../../agent-worker/models/pocketsphinx.ts';

/** What PocketSphinx understands of 16 kHz samples, with no hint of what was said. */
export async function recognisedWords(samples: Int16Array): Promise<string> {
  const installed = findPocketSphinx();
  if (!installed) throw new Error('PocketSphinx is missing: apt-get install pocketsphinx pocketsphinx-en-us');
  const run = new PocketSphinxRun({ program: installed.program });
  run.hear(samples);
  const { text } = await run.finish(AbortSignal.timeout(60_000));
  return text;
}
