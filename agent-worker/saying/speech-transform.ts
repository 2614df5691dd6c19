import type { SayingContext } from './say-date.ts';
import { SpeechText } from './speech-text.ts';

/**
 * Text as a model writes it, to text as a voice says it ("ORD-12345" → "O-R-D-one-two-three-four-five"), while it streams;
 * the transcript keeps the written form. Cut anywhere, it says the same.
 * @param context today as `2026-03-05` in the store's time zone, and that zone (IANA name)
 */
export function speechTransform(stream: ReadableStream<string>, context: SayingContext): ReadableStream<string> {
  const speech = new SpeechText(context);
  const say = (said: string, controller: TransformStreamDefaultController<string>) => {
    if (said !== '') controller.enqueue(said);
  };
  return stream.pipeThrough(
    new TransformStream<string, string>({
      transform: (piece, controller) => say(speech.push(piece), controller),
      flush: (controller) => say(speech.end(), controller),
    }),
  );
}
