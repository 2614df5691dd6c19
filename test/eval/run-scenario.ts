import { type llm, voice } from '@livekit/agents';
import { answerWritten } from '../../agent-worker/call/answer-written.ts';
import { CallState } from '../../agent-worker/call/call-state.ts';
import { HangUp } from '../../agent-worker/call/hang-up.ts';
import { openCall } from '../../agent-worker/call/open-call.ts';
import { recordAgentTurns } from '../../agent-worker/call/record-agent-turns.ts';
import { restoreCall } from '../../agent-worker/call/restore-call.ts';
import { OrderAgent } from '../../agent-worker/order-agent.ts';
import { EventQueue } from '../../agent-worker/server-api/event-queue.ts';
import { OrderDesk } from '../../agent-worker/server-api/order-desk.ts';
import { ServerClient } from '../../agent-worker/server-api/server-client.ts';
import { joinTestCall, openTestCall, type TestServer } from '../support/test-server.ts';
import type { Caller } from './scripted-caller.ts';

/** A call that has not ended by then goes in circles. */
const mostTurns = 20;

interface Line {
  readonly who: 'agent' | 'caller';
  readonly text: string;
  /** Of the agent's: how long the caller waited for all of it. */
  readonly tookMs?: number;
}

export interface CallMade {
  readonly callId: string;
  readonly lines: readonly Line[];
  readonly toolCalls: readonly string[];
  readonly hasEnded: boolean;
}

interface CallOptions {
  readonly server: TestServer;
  /** Where it listens: the job asks it over HTTP, as ever. */
  readonly serverUrl: string;
  readonly chat: (call: CallState) => llm.LLM;
  readonly caller: Caller;
}

/** A whole call in writing: the job's own agent, tools and confirmation before a real server; only the room is missing. */
export async function runCall({ server, serverUrl, chat, caller }: CallOptions): Promise<CallMade> {
  const opened = await openTestCall(server.app);
  const joined = await joinTestCall(server.app, opened.id);
  const client = new ServerClient({ serverUrl, callId: joined.call_id, token: joined.call_token });
  const events = new EventQueue({ send: (batch) => client.recordEvents(batch), onRefused: refuse });
  const call = new CallState(joined, { server: client, desk: new OrderDesk(client), events });
  const session = new voice.AgentSession({ llm: chat(call), vad: null, turnHandling: { turnDetection: null } });
  const hangUp = new HangUp(call, session, () => undefined);
  const lines: Line[] = [];
  recordAgentTurns(session, call, () => undefined);
  try {
    await session.start({
      agent: new OrderAgent(call, { hangUp, chatCtx: restoreCall([]).chatCtx }),
      record: false,
    });
    const job = { waitForParticipant: () => Promise.resolve() } as unknown as Parameters<typeof openCall>[0]['job'];
    const greeted = new Promise((resolve) => session.once(voice.AgentSessionEventTypes.ConversationItemAdded, resolve));
    await openCall({ job, session, call, owesAnswer: false });
    await greeted;
    let heard = saidSince(session, 0);
    lines.push({ who: 'agent', text: heard });
    for (let turn = 0; turn < mostTurns && call.phase === 'talking'; turn += 1) {
      const text = await caller(heard);
      if (text === undefined) break;
      lines.push({ who: 'caller', text });
      const from = session.history.items.length;
      const startedAt = performance.now();
      const reply = await answerWritten(
        { id: `turn-${turn}`, text, by: 'text' },
        { session, call, onTurn: () => undefined },
      );
      await reply?.waitForPlayout();
      heard = saidSince(session, from);
      lines.push({ who: 'agent', text: heard, tookMs: Math.round(performance.now() - startedAt) });
    }
    const hasEnded = call.phase !== 'talking';
    await events.stored();
    if (!call.isOver) await hangUp.end('customer_left');
    return { callId: call.id, lines, toolCalls: toolsIn(session), hasEnded };
  } finally {
    await session.close();
  }
}

const saidSince = ({ history }: voice.AgentSession, from: number): string =>
  history.items
    .slice(from)
    .flatMap((item) => (item.type === 'message' && item.role === 'assistant' ? [item.textContent ?? ''] : []))
    .join(' ');

const toolsIn = ({ history }: voice.AgentSession) =>
  history.items.flatMap((item) => (item.type === 'function_call' ? [item.name] : []));

function refuse(code: string): never {
  throw new Error(`The server refused what happened in a call: ${code}`);
}
