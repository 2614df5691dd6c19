import type { Scenario, ScriptedAnswer } from './scenario.ts';

/** Plays the caller: what is said to the agent's words, or undefined to hang up. */
export type Caller = (agentSaid: string) => Promise<string | undefined>;

const mostPuzzled = 3;

/** A caller who answers by the scenario's script, and what every caller is asked by its facts. */
export function scriptedCaller({ says, order, answers = [] }: Scenario): Caller {
  const script: ScriptedAnswer[] = [...answers];
  const facts: ScriptedAnswer[] = [
    [/\b(is that right|have I got that right)\?/i, 'yes'],
    [/order number/i, order?.number ?? "I don't have it"],
    [/email address/i, order?.email ?? "I don't know"],
    [/may i text you/i, 'yes'],
    [/anything else/i, "no, that's all, thank you"],
  ];
  let hasSpoken = false;
  let puzzled = 0;
  return (agentSaid) => {
    if (!hasSpoken) {
      hasSpoken = true;
      return Promise.resolve(says);
    }
    // The last question is what a caller answers.
    const asked = agentSaid.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.endsWith('?')) ?? agentSaid;
    // An email address is not the address a parcel goes to.
    const words = [asked, agentSaid].map((text) => text.replace(/email address/gi, 'email'));
    const at = script.findIndex(([pattern]) => words.some((text) => pattern.test(text)));
    const [planned] = at < 0 ? [] : script.splice(at, 1);
    const answer = planned ?? facts.find(([pattern]) => pattern.test(asked));
    if (answer !== undefined) return Promise.resolve(answer[1]);
    puzzled += 1;
    return Promise.resolve(puzzled > mostPuzzled ? undefined : "never mind, that's all, goodbye");
  };
}
