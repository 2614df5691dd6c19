import { timeFormat } from './time-format.ts';
import type { Transcript } from './transcript-entry.ts';

interface Speakers {
  you: string;
  assistant: string;
}

/** The conversation as plain text for the clipboard, one turn a line: `[2:05 PM] Assistant: …`. */
export function transcriptText(transcript: Transcript, speakers: Speakers, lang: string): string {
  const clock = timeFormat(lang);
  return transcript
    .filter(({ status }) => status === 'final' || status === 'interim')
    .map(({ role, text, atMs }) => {
      const speaker = role === 'agent' ? speakers.assistant : speakers.you;
      return `[${clock.format(atMs)}] ${speaker}: ${text.trim()}`;
    })
    .join('\n');
}
