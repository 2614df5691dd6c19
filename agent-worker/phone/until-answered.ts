import { type RemoteParticipant, type Room, RoomEvent } from '@livekit/rtc-node';

/** livekit-sip's attribute of how far a call is; it is taken a moment after its caller has entered the room. */
const statusAttribute = 'sip.callStatus';

/**
 * Resolves once the caller's telephone has been answered: what is said before, nobody hears. False when they hung up
 * while it was ringing, or the room was closed.
 */
export async function untilAnswered(room: Room, caller: RemoteParticipant): Promise<boolean> {
  const isAnswered = () => caller.attributes[statusAttribute] === 'active';
  if (isAnswered()) return true;
  const answered = Promise.withResolvers<boolean>();
  const look = () => {
    if (isAnswered()) answered.resolve(true);
  };
  const leave = ({ identity }: RemoteParticipant) => {
    if (identity === caller.identity) answered.resolve(false);
  };
  const close = () => answered.resolve(false);
  room.on(RoomEvent.ParticipantAttributesChanged, look);
  room.on(RoomEvent.ParticipantDisconnected, leave);
  room.on(RoomEvent.Disconnected, close);
  try {
    return await answered.promise;
  } finally {
    room.off(RoomEvent.ParticipantAttributesChanged, look);
    room.off(RoomEvent.ParticipantDisconnected, leave);
    room.off(RoomEvent.Disconnected, close);
  }
}
