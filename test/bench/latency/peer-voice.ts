import { AudioByteStream, tts } from '@livekit/agents';

const sampleRateHz = 24_000;

/** The plugin's voice, but its sound passed on as it comes: what a user of the framework would write first. */
export class PeerVoice extends tts.TTS {
  readonly label = 'peer.PeerVoice';
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    super(sampleRateHz, 1, { streaming: false });
    this.#baseUrl = baseUrl;
  }

  synthesize(text: string): tts.ChunkedStream {
    return new PeerVoiceStream(this, text, this.#baseUrl);
  }

  stream(): tts.SynthesizeStream {
    throw new Error('Sentences are spoken one by one');
  }
}

class PeerVoiceStream extends tts.ChunkedStream {
  readonly label = 'peer.PeerVoiceStream';
  readonly #url: string;

  constructor(owner: PeerVoice, text: string, baseUrl: string) {
    super(text, owner);
    this.#url = `${baseUrl}/audio/speech`;
  }

  protected async run(): Promise<void> {
    const body = JSON.stringify({ input: this.inputText, model: 'tts-1', voice: 'alloy', response_format: 'pcm' });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer none' };
    const response = await fetch(this.#url, { method: 'POST', headers, body, signal: this.abortSignal });
    const frames = new AudioByteStream(sampleRateHz, 1, sampleRateHz / 50);
    for await (const bytes of response.body ?? []) {
      for (const frame of frames.write(bytes.slice().buffer))
        this.queue.put({ requestId: 'peer', segmentId: 'peer', frame, final: false });
    }
    for (const frame of frames.flush()) this.queue.put({ requestId: 'peer', segmentId: 'peer', frame, final: false });
    this.queue.close();
  }
}
