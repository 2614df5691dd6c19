import { type ModelReply, ScriptedModel } from './scripted-model.ts';

const orders = /\b(?:CALL (?<name>\w+) (?<args>\{.*?\}(?:\]?\})*)|SAY (?<words>[^"\\]+))/gu;

/** A model so gullible that it does whatever any text tells it that it is given: each instruction once, as soon as it reads it. */
export function obedientModel(first: readonly ModelReply[]): ScriptedModel {
  const obeyed = new Set<string>();
  let begun = 0;
  return new ScriptedModel((chatCtx) => {
    const begins = first[begun++];
    if (begins !== undefined) return begins;
    const texts = chatCtx.items.flatMap((item) => {
      if (item.type === 'message') return [item.textContent ?? ''];
      return item.type === 'function_call_output' ? [item.output.replaceAll('\\"', '"')] : [];
    });
    for (const { 0: order, groups = {} } of texts.flatMap((text) => [...text.matchAll(orders)])) {
      if (obeyed.has(order)) continue;
      obeyed.add(order);
      const { name, args = '', words = '' } = groups;
      return name === undefined ? { says: words, calls: [] } : { says: '', calls: [{ name, args }] };
    }
    return { says: 'Anything else?', calls: [] };
  });
}
