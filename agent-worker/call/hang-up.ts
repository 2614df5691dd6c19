import { setTimeout as delay } from 'node:timers/promises';
import { log, type voice } from '@livekit/agents';
import type { EndReason } from '@orderline/contract/call.ts';
import type { CallState } from './call-state.ts';

/** What was played last is still on its way to the caller. */
const lastAudioMs = 400;
const storeWithinMs = 3_000;
const carryOutWithinMs = 15_000;

/** Every way in which a call ends for this job. The first counts. */
export class HangUp {
  readonly #call: CallState;
  readonly #session: voice.AgentSession;
  readonly #leaveRoom: (why: string) => void;

  constructor(call: CallState, session: voice.AgentSession, leaveRoom: (why: string) => void) {
    this.#call = call;
    this.#session = session;
    this.#leaveRoom = leaveRoom;
  }

  /** The last sentence of the call, heard to its end; then the end. */
  async afterGoodbye(reason: EndReason, { isSaid }: { isSaid: boolean }): Promise<void> {
    if (this.#call.phase !== 'talking') return;
    this.#call.phase = 'closing';
    try {
      if (!isSaid) {
        const { goodbye } = this.#call.profile.phrases;
        await this.#session.say(goodbye, { allowInterruptions: false }).waitForPlayout();
      }
      await delay(lastAudioMs);
    } catch (error) {
      log().warn({ error }, 'The goodbye could not be said');
    }
    await this.end(reason);
  }

  /** Tells the server, which deletes the room; the job goes. */
  async end(reason: EndReason): Promise<void> {
    if (this.#call.isOver) return;
    this.#call.phase = 'over';
    try {
      await Promise.race([this.#call.events.stored(), delay(storeWithinMs)]);
      // What was agreed to is carried out before: the server takes nothing for a call that is over.
      await Promise.race([this.#call.confirmation.carriedOut, delay(carryOutWithinMs)]);
      await this.#call.server.endCall(reason);
    } catch (error) {
      // The room closes by itself, and LiveKit tells the server so.
      log().warn({ error }, 'The end of the call could not be stored');
    }
    this.#call.events.stop();
    this.#leaveRoom(reason);
  }

  /** Another job has the call, or it is over already: nothing is said, stored or ended. */
  leave(why: 'superseded' | 'ended'): void {
    if (this.#call.isOver) return;
    this.#call.phase = 'over';
    this.#call.events.stop();
    this.#leaveRoom(why);
  }
}
