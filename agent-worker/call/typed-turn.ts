import { log, shortuuid } from '@livekit/agents';
import type { Room, TextStreamInfo } from '@livekit/rtc-node';
import { finalAttribute, segmentIdAttribute, transcriptionTopic, turnIdAttribute } from '@orderline/contract/room.ts';
import type { CallState } from './call-state.ts';
import type { IncomingTurn } from './incoming-turn.ts';
import { wordsOf } from './take-turn.ts';

/** What a page may name a turn: never what the worker itself names one. */
const ownId = /^page_[\w-]{8,59}$/;

interface TypedText {
  text: string;
  info?: Pick<TextStreamInfo, 'attributes'>;
}

/** A typed text as a turn, under the id that its sender gave it, if any. */
export function typedTurn({ text, info }: TypedText): IncomingTurn {
  const given = info?.attributes?.[turnIdAttribute] ?? '';
  return { id: ownId.test(given) ? given : shortuuid('typed_'), text, by: 'text' };
}

/**
 * Tells the page that named a turn that it has come in, as often as it comes: a data channel that breaks loses what was
 * on its way, and tells neither side. A turn that was not taken is not confirmed.
 */
export async function confirmTyped(turn: IncomingTurn, { room, call }: { room: Room; call: CallState }): Promise<void> {
  if (!ownId.test(turn.id) || !call.takenTurns.has(turn.id)) return;
  try {
    const writer = await room.localParticipant?.streamText({
      topic: transcriptionTopic,
      senderIdentity: call.customerIdentity,
      destinationIdentities: [call.customerIdentity],
      attributes: { [segmentIdAttribute]: turn.id, [finalAttribute]: 'true' },
    });
    await writer?.write(wordsOf(turn));
    await writer?.close();
  } catch (error) {
    log().debug({ error }, 'Not confirmed: it will come again');
  }
}
