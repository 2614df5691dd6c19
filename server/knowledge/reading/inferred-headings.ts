import type { Block } from './block.ts';

const longestLabel = 60;
const longestQuestion = 140;
/** Below every heading that the document itself marks. */
const level = 7;

/** What serves as a heading without being marked as one: a question above its answer, "Eligibility:" above its lines. */
export const withInferredHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block, index): Block[] => {
    const next = blocks[index + 1];
    if (block.kind !== 'paragraph' || next === undefined || next.kind === 'heading') return [withoutAnswerMark(block)];
    const question = /^(?:Q(?:uestion)?\s?\d*\s?[:.]\s*)?(.+\?)$/i.exec(block.text)?.[1];
    if (question !== undefined && question.length <= longestQuestion && !/[.!?]\s/.test(question)) {
      return [{ kind: 'heading', level, text: question }];
    }
    const label = /^([^.:?!]+):$/.exec(block.text)?.[1];
    if (label === undefined || label.length > longestLabel) return [withoutAnswerMark(block)];
    return [{ kind: 'heading', level, text: label }];
  });

const withoutAnswerMark = (block: Block): Block =>
  block.kind === 'paragraph' ? { ...block, text: block.text.replace(/^A(?:nswer)?\s?\d*\s?:\s+(?=\S)/, '') } : block;
