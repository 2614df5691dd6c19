import type { Transcript } from './transcript-entry.ts';

interface Speakers {
  you: string;
  assistant: string;
}

/** The conversation as plain text for the clipboard, one turn a line: `[14:05] Assistant: …`. */
export function transcriptText(transcript: Transcript, speakers: Speakers, lang: string): string {
  const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
  return transcript
    .filter(({ status }) => status === 'final' || status === 'interim')
    .map(({ role, text, atMs }) => {
      const speaker = role === 'agent' ? speakers.assistant : speakers.you;
      return `[${clock.format(atMs)}] ${speaker}: ${text.trim()}`;
    })
    .join('\n');
}
