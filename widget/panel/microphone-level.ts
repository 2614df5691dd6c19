import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Speech is quiet beside full scale; this brings it to most of the meter. */
const gain = 4;

/** Writes how loud the microphone is, 0 to 1, into the host's `--_level`, for the stylesheet to draw. */
export class MicrophoneLevel implements ReactiveController {
  readonly #host: Host;
  #track: MediaStreamTrack | undefined;
  #context: AudioContext | undefined;
  #frame = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  /** Measures this track from now on; `undefined` measures nothing. */
  follow(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.#track = track;
    cancelAnimationFrame(this.#frame);
    void this.#context?.close();
    this.#context = undefined;
    this.#host.style.removeProperty('--_level');
    // Before the visitor's first click on a page, browsers refuse an AudioContext and complain about it.
    const mayMeasure = navigator.userActivation.hasBeenActive;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (track && mayMeasure && !isStill) this.#measure(track);
  }

  #measure(track: MediaStreamTrack): void {
    const context = new AudioContext();
    this.#context = context;
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let level = 0;
    const draw = () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Rises at once and falls slowly, as the eye expects of a meter.
      level = Math.max(Math.min(1, Math.sqrt(power) * gain), level * 0.9);
      this.#host.style.setProperty('--_level', level.toFixed(3));
      this.#frame = requestAnimationFrame(draw);
    };
    draw();
  }
}
