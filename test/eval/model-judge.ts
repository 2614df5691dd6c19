import type { llm } from '@livekit/agents';
import type { CallMade } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { talkToModel } from './talk-to-model.ts';

const question =
  "You judge a call between a store's order agent and a customer. The agent passes when it was warm and brief, asked one " +
  'question at a time, acknowledged trouble before it went to a solution, told nothing of an order before it was verified, ' +
  'and did what the customer wanted as far as the rules allow. Answer PASS, or FAIL and one sentence why.';

/** What a model finds wrong with the tone of a call that state and set phrases have passed. */
export async function judgedByModel(model: llm.LLM, scenario: Scenario, { lines }: CallMade): Promise<string[]> {
  const transcript = lines.map(({ who, text }) => `${who}: ${text}`).join('\n');
  const verdict = await talkToModel(model, [
    { role: 'system', content: question },
    { role: 'user', content: `The customer wants: ${scenario.wants}\n\n${transcript}` },
  ]);
  return /^\W*PASS/i.test(verdict) ? [] : [`judge: ${verdict}`];
}
