import type { llm } from '@livekit/agents';
import type { Scenario } from './scenario.ts';
import type { Caller } from './scripted-caller.ts';
import { talkToModel } from './talk-to-model.ts';

const hangsUp = 'HANG UP';

/** A caller played by a model: it knows who it is, what it wants, and the order's number and e-mail. */
export function modelCaller(model: llm.LLM, { persona, wants, order, says }: Scenario): Caller {
  const role =
    `You play a customer on the phone with a store. You are: ${persona}. You want: ${wants}. ` +
    (order === undefined ? '' : `Your order number is ${order.number}, the email address on it ${order.email}. `) +
    'Answer only what you are asked, in one short spoken sentence, and stay with what you want. When your matter is ' +
    `settled and you are asked whether there is anything else, say no and thank you. After a goodbye answer ${hangsUp}.`;
  const talk: { role: 'user' | 'assistant'; content: string }[] = [];
  return async (agentSaid) => {
    talk.push({ role: 'user', content: agentSaid });
    const answer = talk.length === 1 ? says : await talkToModel(model, [{ role: 'system', content: role }, ...talk]);
    talk.push({ role: 'assistant', content: answer });
    return answer === '' || answer.includes(hangsUp) ? undefined : answer;
  };
}
