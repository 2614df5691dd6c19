import { AgentSession } from '@livekit/protocol';
import { RoomEvent } from '@livekit/rtc-node';
import { expect, inject, test } from 'vitest';
import { RoomCaller } from '../support/room-caller.ts';

/** The framework's debug channel, as @livekit/agents names it (docs/decisions/0004-no-debug-channel.md). */
const sessionTopic = 'lk.agent.session';
const debugTopics = [sessionTopic, 'lk.agent.events', 'lk.agent.request', 'lk.agent.response'];
const debugMethods = ['get_session_state', 'get_chat_history', 'get_agent_info', 'send_message'];
const debugRequests = ['getChatHistory', 'getAgentInfo', 'getSessionState', 'getFrameworkInfo'] as const;

const { serverUrl } = inject('stack');

test('a customer who listens on every topic and asks gets nothing but the transcript', async () => {
  const caller = await RoomCaller.call(serverUrl);
  const me = caller.room.localParticipant;
  if (!me) throw new Error('Not in the room');
  const leaked: string[] = [];
  for (const topic of debugTopics) {
    caller.room.registerByteStreamHandler(topic, () => void leaked.push(`bytes on ${topic}`));
    caller.room.registerTextStreamHandler(topic, () => void leaked.push(`text on ${topic}`));
  }
  caller.room.on(RoomEvent.DataReceived, () => void leaked.push('a data packet'));
  await caller.transcript.agentSays('Thanks for calling');

  const agent = [...caller.room.remoteParticipants.values()].at(0);
  if (!agent) throw new Error('No agent in the room');
  for (const method of debugMethods)
    await expect(
      me.performRpc({ destinationIdentity: agent.identity, method: `lk.agent.${method}`, payload: '{}' }),
    ).rejects.toThrow('Method not supported');
  for (const request of debugRequests) await askSession(me, request);

  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('1Z999AA10123456784');

  expect(leaked).toEqual([]);
  expect(agent.metadata).toBe('');
  expect(JSON.stringify(agent.attributes)).not.toMatch(/ORD-|@/);
  await caller.hangUp();
});

async function askSession(
  me: NonNullable<RoomCaller['room']['localParticipant']>,
  request: (typeof debugRequests)[number],
): Promise<void> {
  const message = new AgentSession.AgentSessionMessage({
    message: { case: 'request', value: { requestId: request, request: { case: request, value: {} } } },
  });
  const writer = await me.streamBytes({ topic: sessionTopic });
  await writer.write(message.toBinary());
  await writer.close();
}
