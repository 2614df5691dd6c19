import type { ConversationItem } from '@orderline/contract/conversation.ts';

export const paceWishes = ['slower', 'faster', 'normal'] as const;
export type PaceWish = (typeof paceWishes)[number];
/** The tool by which a pace is set; its calls are kept, and a job that takes over speaks on at the same pace. */
export const paceToolName = 'set_pace';

/** A caller hears a step at once; beyond the ends nobody follows, or stays awake. */
const step = 0.15;
const [slowest, fastest] = [0.55, 1.45];

/** How fast to speak after a caller has asked for it; 1 is the voice's own pace, half of it takes twice as long. */
export function paceAfter(pace: number, wish: PaceWish): number {
  if (wish === 'normal') return 1;
  const next = pace + (wish === 'faster' ? step : -step);
  return Number(Math.max(slowest, Math.min(fastest, next)).toFixed(2));
}

/** The pace that the caller asked for in the conversation so far. */
export function paceIn(conversation: readonly ConversationItem[]): number {
  return conversation.reduce((pace, item) => {
    if (item.kind !== 'tool_call' || item.name !== paceToolName || item.is_error) return pace;
    const wish = paceWishes.find((one) => item.arguments.includes(`"${one}"`));
    return wish === undefined ? pace : paceAfter(pace, wish);
  }, 1);
}
