/**
 * Runs in the page before its own scripts. The microphone becomes a WebAudio stream that plays what the test gives it,
 * and whatever WebRTC brings is recorded on the way to the loudspeaker.
 */
export function installPageAudio(): void {
  const context = new AudioContext({ sampleRate: 16_000 });
  const microphone = context.createMediaStreamDestination();
  /** One recording a track; a call can bring the agent's track again. */
  const recordings: Blob[][] = [];

  navigator.mediaDevices.getUserMedia = async () => {
    await context.resume();
    return microphone.stream.clone();
  };

  const record = (track: MediaStreamTrack) => {
    const pieces: Blob[] = [];
    recordings.push(pieces);
    const recorder = new MediaRecorder(new MediaStream([track]));
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) pieces.push(data);
    });
    recorder.start(200);
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => {
        if (track.kind === 'audio') record(track);
      });
    }
  };

  window.pageAudio = {
    async speak(samples) {
      const buffer = context.createBuffer(1, samples.length, 16_000);
      buffer.copyToChannel(
        Float32Array.from(samples, (sample) => sample / 32_768),
        0,
      );
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(microphone);
      source.start();
      await new Promise((resolve) => source.addEventListener('ended', resolve));
    },
    async heard() {
      const samples: number[] = [];
      for (const pieces of recordings.filter(({ length }) => length > 0)) {
        const decoded = await context.decodeAudioData(await new Blob(pieces).arrayBuffer());
        for (const sample of decoded.getChannelData(0)) samples.push(Math.round(sample * 32_767));
      }
      return samples;
    },
  };
}

declare global {
  interface Window {
    pageAudio: {
      /** Plays 16 kHz samples into the microphone; resolves when the last one has left. */
      speak(samples: number[]): Promise<void>;
      /** All that came back so far, 16 kHz. */
      heard(): Promise<number[]>;
    };
  }
}
