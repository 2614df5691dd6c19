import { once } from 'node:events';
import { LocalAudioTrack, Room, RoomEvent, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { chatTopic, turnIdAttribute } from '@orderline/contract/room.ts';
import type { TokenResponse } from '@orderline/contract/token.ts';
import { HeardTranscript } from './heard-transcript.ts';
import { OpenMicrophone } from './open-microphone.ts';
import { RecordedAudio } from './recorded-audio.ts';
import { fliteSampleRateHz } from '../../agent-worker/models/flite.ts';
import { callerSays } from './caller-voice.ts';

/** A visitor without a browser: takes a token as the widget does, joins the room, types, speaks and listens. */
export class RoomCaller {
  readonly room = new Room();
  readonly transcript = new HeardTranscript(this.room);
  readonly audio = new RecordedAudio();
  readonly token: TokenResponse;
  readonly #ended: Promise<unknown>;
  #microphone: OpenMicrophone | undefined;

  private constructor(token: TokenResponse) {
    this.token = token;
    this.room.on(RoomEvent.TrackSubscribed, (track) => void this.audio.record(track));
    this.#ended = once(this.room as never, RoomEvent.Disconnected);
  }

  /** Opens a call at the server and joins its room. */
  static async call(serverUrl: string): Promise<RoomCaller> {
    const response = await fetch(new URL('/api/token', serverUrl), { method: 'POST' });
    if (response.status !== 201) throw new Error(`No token: ${response.status} ${await response.text()}`);
    return RoomCaller.join((await response.json()) as TokenResponse);
  }

  static async join(token: TokenResponse): Promise<RoomCaller> {
    const caller = new RoomCaller(token);
    await caller.room.connect(token.server_url, token.participant_token, { autoSubscribe: true, dynacast: false });
    return caller;
  }

  /** Under an id of its own the agent confirms it, as it does to the widget. */
  async type(text: string, { id }: { id?: string } = {}): Promise<void> {
    const attributes = id === undefined ? {} : { [turnIdAttribute]: id };
    await this.room.localParticipant?.sendText(text, { topic: chatTopic, attributes });
  }

  /**
   * Says a line with flite, into a microphone that stays open.
   * @returns when the last sample of speech left, on `performance.now()`'s clock
   */
  async speak(line: string): Promise<number> {
    return this.say(await callerSays(line));
  }

  /** Says 16 kHz samples, likewise. */
  async say(samples: Int16Array): Promise<number> {
    return (await this.openMicrophone()).say(samples);
  }

  /** From here on silence is sent while nothing is said. */
  async openMicrophone(): Promise<OpenMicrophone> {
    return (this.#microphone ??= await this.#openMicrophone());
  }

  /** Resolves when the server or the agent has ended the call. */
  async hungUp(): Promise<void> {
    await this.#ended;
  }

  async hangUp(): Promise<void> {
    await this.room.disconnect();
  }

  async #openMicrophone(): Promise<OpenMicrophone> {
    const microphone = new OpenMicrophone(fliteSampleRateHz);
    const options = new TrackPublishOptions();
    options.source = TrackSource.SOURCE_MICROPHONE;
    const track = LocalAudioTrack.createAudioTrack('microphone', microphone.source);
    await this.room.localParticipant?.publishTrack(track, options);
    // It ends with the call, in the middle of a frame.
    microphone.open().catch(() => undefined);
    return microphone;
  }
}
