/** An agent in the room that is ready to be spoken to. */
export interface AgentPresence {
  state: 'listening' | 'thinking' | 'speaking';
  /** `undefined` until the agent has said. */
  hearsSpeech: boolean | undefined;
}

/** A piece of speech in writing: the whole text so far each time, under one id. */
export interface SpeechSegment {
  id: string;
  role: 'customer' | 'agent';
  text: string;
  isFinal: boolean;
}

/** What the visitor typed, under the page's own id for it. */
export interface TypedText {
  id: string;
  text: string;
}

/** `moved`: the same visitor came in from elsewhere. `closed`: the server ended the call. `lost`: the way there broke. */
export type LeaveReason = 'moved' | 'closed' | 'lost';

/** What a room tells the call. */
export interface MediaRoomListener {
  /** `null`: none, or one that is still starting. */
  onAgent(agent: AgentPresence | null): void;
  onSegment(segment: SpeechSegment): void;
  onReconnecting(): void;
  onReconnected(): void;
  /** Once, and only when it was not us who left. */
  onLeft(reason: LeaveReason): void;
  /** The browser refuses to play sound until the visitor asks for it. */
  onSoundBlocked(isBlocked: boolean): void;
}

/** The part of a LiveKit room that a call needs, so that the call can be run without one. */
export interface MediaRoom {
  connect(serverUrl: string, participantToken: string): Promise<void>;
  leave(): Promise<void>;
  /** The agent tells by a final segment of the same id that it has come in; that this resolves does not. */
  sendText(typed: TypedText): Promise<void>;
  publishMicrophone(track: MediaStreamTrack): Promise<void>;
  setMuted(isMuted: boolean): Promise<void>;
  /** To be called in a click. */
  startSound(): Promise<void>;
}

export type CreateMediaRoom = (listener: MediaRoomListener) => MediaRoom;
