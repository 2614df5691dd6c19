import type { CreateMediaRoom, MediaRoom, MediaRoomListener, TypedText } from '../call/media-room.ts';

/** A room whose events a test speaks, and which notes what is done in it. Real rooms are met in test/browser. */
export class ScriptedRoom implements MediaRoom {
  readonly tell: MediaRoomListener;
  readonly sent: string[] = [];
  readonly published: MediaStreamTrack[] = [];
  readonly muted: boolean[] = [];
  token = '';
  hasLeft = false;
  /** What is typed is lost on the way, and nobody is told. */
  losesTexts = false;
  #connecting: Promise<void>;

  constructor(tell: MediaRoomListener, connecting: Promise<void> = Promise.resolve()) {
    this.tell = tell;
    this.#connecting = connecting;
  }

  async connect(_serverUrl: string, participantToken: string): Promise<void> {
    this.token = participantToken;
    await this.#connecting;
  }

  leave(): Promise<void> {
    this.hasLeft = true;
    return Promise.resolve();
  }

  sendText({ id, text }: TypedText): Promise<void> {
    this.sent.push(text);
    if (!this.losesTexts) queueMicrotask(() => this.tell.onSegment({ id, role: 'customer', text, isFinal: true }));
    return Promise.resolve();
  }

  publishMicrophone(track: MediaStreamTrack): Promise<void> {
    this.published.push(track);
    return Promise.resolve();
  }

  setMuted(isMuted: boolean): Promise<void> {
    this.muted.push(isMuted);
    return Promise.resolve();
  }

  startSound(): Promise<void> {
    this.tell.onSoundBlocked(false);
    return Promise.resolve();
  }
}

/** Makes scripted rooms and keeps them, the newest last. */
export class ScriptedRooms {
  readonly all: ScriptedRoom[] = [];
  connecting: Promise<void> = Promise.resolve();

  readonly create: CreateMediaRoom = (listener) => {
    const room = new ScriptedRoom(listener, this.connecting);
    this.all.push(room);
    return room;
  };

  get last(): ScriptedRoom {
    const room = this.all.at(-1);
    if (!room) throw new Error('No room was opened');
    return room;
  }
}
