import {
  agentStateAttribute,
  chatTopic,
  finalAttribute,
  hearsSpeechAttribute,
  segmentIdAttribute,
  transcriptionTopic,
  turnIdAttribute,
} from '@orderline/contract/room.ts';
import { DisconnectReason, LogLevel, Room, RoomEvent, setLogLevel, Track } from 'livekit-client';
import type { LocalTrackPublication, RemoteParticipant, RemoteTrack, TextStreamReader } from 'livekit-client';
import type { AgentPresence, LeaveReason, MediaRoom, MediaRoomListener, TypedText } from './media-room.ts';

// The console belongs to the page that embeds us; what matters reaches it as events.
setLogLevel(LogLevel.silent);

/** livekit-client behind the few things a call needs. */
export class LiveKitRoom implements MediaRoom {
  readonly #listener: MediaRoomListener;
  readonly #room = new Room({
    // A click on a mailto: link fires beforeunload without leaving the page; the widget leaves on pagehide itself.
    disconnectOnPageLeave: false,
    // The microphone outlives the room when a lost call is taken up again.
    stopLocalTrackOnUnpublish: false,
  });
  #microphone: LocalTrackPublication | undefined;
  #isIn = false;

  constructor(listener: MediaRoomListener) {
    this.#listener = listener;
    const reportAgent = () => this.#reportAgent();
    this.#room
      .on(RoomEvent.ParticipantConnected, reportAgent)
      .on(RoomEvent.ParticipantDisconnected, reportAgent)
      .on(RoomEvent.ParticipantAttributesChanged, reportAgent)
      .on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => void track.attach())
      .on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => track.detach().forEach((player) => player.remove()))
      .on(RoomEvent.AudioPlaybackStatusChanged, () => listener.onSoundBlocked(!this.#room.canPlaybackAudio))
      .on(RoomEvent.Reconnecting, () => listener.onReconnecting())
      .on(RoomEvent.Reconnected, () => {
        listener.onReconnected();
        this.#reportAgent();
      })
      .on(RoomEvent.Disconnected, (reason) => this.#left(reason));
    this.#room.registerTextStreamHandler(transcriptionTopic, (reader, { identity }) => {
      void this.#read(reader, identity);
    });
  }

  async connect(serverUrl: string, participantToken: string): Promise<void> {
    await this.#room.connect(serverUrl, participantToken);
    this.#isIn = true;
    this.#reportAgent();
  }

  async leave(): Promise<void> {
    this.#isIn = false;
    await this.#room.disconnect(false);
  }

  async sendText({ id, text }: TypedText): Promise<void> {
    await this.#room.localParticipant.sendText(text, { topic: chatTopic, attributes: { [turnIdAttribute]: id } });
  }

  async publishMicrophone(track: MediaStreamTrack): Promise<void> {
    if (this.#microphone?.track) await this.#room.localParticipant.unpublishTrack(this.#microphone.track);
    this.#microphone = await this.#room.localParticipant.publishTrack(track, { source: Track.Source.Microphone });
  }

  async setMuted(isMuted: boolean): Promise<void> {
    await (isMuted ? this.#microphone?.mute() : this.#microphone?.unmute());
  }

  async startSound(): Promise<void> {
    await this.#room.startAudio();
  }

  #reportAgent(): void {
    if (!this.#isIn) return;
    const agents = [...this.#room.remoteParticipants.values()].filter((participant) => participant.isAgent);
    // A dead agent's participant stays for a while beside the one that replaces it: the newer counts.
    agents.sort((one, other) => (other.joinedAt?.getTime() ?? 0) - (one.joinedAt?.getTime() ?? 0));
    this.#listener.onAgent(agents[0] === undefined ? null : presenceOf(agents[0]));
  }

  #left(reason: DisconnectReason | undefined): void {
    if (!this.#isIn) return;
    this.#isIn = false;
    this.#listener.onLeft(leaveReasonOf(reason));
  }

  /**
   * The worker streams its own words piece by piece under one header, and ours as a whole text again and again; whose
   * they are, the sender's identity tells.
   */
  async #read(reader: TextStreamReader, identity: string): Promise<void> {
    const attributes = reader.info.attributes ?? {};
    const id = attributes[segmentIdAttribute] ?? reader.info.id;
    const role = identity === this.#room.localParticipant.identity ? 'customer' : 'agent';
    let text = '';
    try {
      for await (const piece of reader) {
        text += piece;
        this.#listener.onSegment({ id, role, text, isFinal: false });
      }
    } catch {
      // The speaker vanished in the middle of a sentence: what was heard of it stands.
    }
    const isFinal = role === 'agent' || attributes[finalAttribute] === 'true';
    this.#listener.onSegment({ id, role, text, isFinal });
  }
}

/** `lk.agent.state` is absent or `initializing` until the agent can be spoken to. */
function presenceOf({ attributes }: RemoteParticipant): AgentPresence | null {
  const state = attributes[agentStateAttribute];
  if (state === undefined || state === 'initializing') return null;
  const hearsSpeech = attributes[hearsSpeechAttribute];
  return {
    state: state === 'thinking' || state === 'speaking' ? state : 'listening',
    hearsSpeech: hearsSpeech === undefined ? undefined : hearsSpeech !== 'no',
  };
}

const closedByServer: ReadonlySet<DisconnectReason | undefined> = new Set([
  DisconnectReason.PARTICIPANT_REMOVED,
  DisconnectReason.ROOM_DELETED,
  DisconnectReason.ROOM_CLOSED,
]);

function leaveReasonOf(reason: DisconnectReason | undefined): LeaveReason {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'moved';
  return closedByServer.has(reason) ? 'closed' : 'lost';
}
