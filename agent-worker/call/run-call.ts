import { type inference, log, voice } from '@livekit/agents';
import { DisconnectReason, RoomEvent } from '@livekit/rtc-node';
import type { JoinResponse } from '@orderline/contract/call.ts';
import { hearsSpeechAttribute } from '@orderline/contract/room.ts';
import type { WorkerConfig } from '../config.ts';
import { callModels, type CallModels } from '../models/call-models.ts';
import type { FliteVoice } from '../models/flite-voice.ts';
import { Spending } from '../models/spending.ts';
import { OrderAgent } from '../order-agent.ts';
import { takeKeys } from '../phone/take-keys.ts';
import { EventQueue } from '../server-api/event-queue.ts';
import { OrderDesk } from '../server-api/order-desk.ts';
import { ServerClient } from '../server-api/server-client.ts';
import type { CallJob } from './call-job.ts';
import { callSession } from './call-session.ts';
import { CallState } from './call-state.ts';
import { holdCommands } from './commands.ts';
import { HangUp } from './hang-up.ts';
import { Hold } from './hold.ts';
import { openCall, prepareSpeech } from './open-call.ts';
import { recordAgentTurns } from './record-agent-turns.ts';
import { restoreCall } from './restore-call.ts';
import { sayAside } from './say-aside.ts';
import { startInRoom } from './room-io.ts';
import { TurnTaking } from './turn-taking.ts';
import { watchSilence } from './watch-silence.ts';

interface Equipment {
  config: WorkerConfig;
  flite: FliteVoice;
  vad: inference.VAD;
}

/** A call from its join to its end, in a room that is connected already. Resolves when the caller has been greeted. */
export async function runCall(job: CallJob, joined: JoinResponse, { config, flite, vad }: Equipment): Promise<void> {
  const call = newCallState(joined, config);
  const turns = new TurnTaking(call);
  const spending = new Spending(joined.model_budget);
  const { did_not_catch, trouble } = call.profile.phrases;
  const onDeaf = () => sayAside({ aside: 'not_heard', text: did_not_catch }, { session, call });
  const models = callModels(call, { config, flite, vad, turns, spending, onDeaf });
  const session = callSession(call, models, vad);
  const hangUp = new HangUp(call, session, (why) => job.shutdown(why));
  const hold = new Hold({ call, session, sampleRateHz: models.voice.sampleRate });
  call.onHold = () => hold.begin();
  const over = new AbortController();
  void holdCommands(
    (signal) => call.server.openCommands(signal),
    {
      onLeave: (why) => hangUp.leave(why),
      onDecision: (decision) => hold.decide(decision),
      onUnreachable: () => sayAside({ aside: 'trouble', text: trouble }, { session, call }),
    },
    over.signal,
  );
  void prepareSpeech(call, models.voice);

  const silence = watchSilence(call, { session, room: job.room, hangUp });
  const restored = restoreCall(joined.conversation);
  call.lastNote = restored.lastNote;
  recordAgentTurns(session, call, () => {
    turns.listen();
    const usage = spending.takeUsage();
    if (usage) call.events.add(usage);
  });
  turns.follow(session, () => silence.heardTurn());
  endWithRoom(job, call, hangUp);
  if (call.channel === 'phone') {
    takeKeys({ session, room: job.room, call, onTurn: () => silence.heardTurn() });
    endWithCaller(job, call, hangUp);
  }

  const agent = new OrderAgent(call, { hangUp, chatCtx: restored.chatCtx });
  const io = await startInRoom({
    session,
    agent,
    room: job.room,
    call,
    hearsSpeech: models.ears !== undefined,
    sampleRateHz: models.voice.sampleRate,
    onTurn: () => silence.heardTurn(),
  });
  session.on(voice.AgentSessionEventTypes.Close, ({ reason, error }) => {
    silence.stop();
    hold.end();
    over.abort();
    void io.close();
    if (error !== null) void hangUp.end('failed');
    job.shutdown(reason);
  });
  void announceEars(job, models);
  await openCall({ job, session, call, owesAnswer: restored.owesAnswer });
}

function newCallState(joined: JoinResponse, config: WorkerConfig): CallState {
  const server = new ServerClient({ serverUrl: config.serverUrl, callId: joined.call_id, token: joined.call_token });
  const events = new EventQueue({
    send: (batch) => server.recordEvents(batch),
    onRefused: (code) => log().error({ code }, 'The server refused what happened in a call'),
  });
  return new CallState(joined, { server, desk: new OrderDesk(server), events });
}

/** The widget tells a visitor whom the agent cannot hear to type. */
async function announceEars(job: CallJob, { ears }: CallModels): Promise<void> {
  await job.room.localParticipant?.setAttributes({ [hearsSpeechAttribute]: ears === undefined ? 'no' : 'yes' });
}

/** Who hangs up a telephone has left for good. */
function endWithCaller(job: CallJob, call: CallState, hangUp: HangUp): void {
  job.room.on(RoomEvent.ParticipantDisconnected, ({ identity }) => {
    if (identity === call.customerIdentity) void hangUp.end('customer_left');
  });
}

/** A closed room ends the call. A job that was only put out of its room does not: another one has the call then. */
function endWithRoom(job: CallJob, call: CallState, hangUp: HangUp): void {
  const isThere = () => job.room.remoteParticipants.has(call.customerIdentity);
  let wasThere = isThere();
  const look = () => {
    wasThere = isThere();
  };
  job.room.on(RoomEvent.ParticipantConnected, look);
  job.room.on(RoomEvent.ParticipantDisconnected, look);
  job.room.on(RoomEvent.Disconnected, (reason: DisconnectReason) => {
    const isClosed = reason === DisconnectReason.ROOM_DELETED || reason === DisconnectReason.ROOM_CLOSED;
    if (isClosed) void hangUp.end(wasThere ? 'room_closed' : 'customer_left');
    else hangUp.leave('ended');
  });
}
