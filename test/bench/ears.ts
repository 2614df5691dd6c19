import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { FliteVoice } from '../../agent-worker/models/flite-voice.ts';
import { channels } from './ears/channels.ts';
import { hearLines } from './ears/hear-lines.ts';
import { ListeningCaller } from './ears/listening-caller.ts';
import type { HeardLine } from './ears/score.ts';
import { noYes, type SpokenLine, spokenLines } from './ears/spoken-corpus.ts';

const columns = ['number', 'email', 'answer', 'matter', 'free', 'no yes'] as const;
/** Words of these are compared with what was said; numbers and addresses may be said in many ways. */
const inWords: readonly SpokenLine['kind'][] = ['answer', 'matter', 'free'];
/** Of the callers' voices: 1 as they have it. */
const verificationPaces = [0.8, 1, 1.25];
const verificationChannels = ['clean', 'noise 20 dB', 'noise 10 dB'];
const timedLines = ['oh are dee one two three four five', 'where is my order', 'yes please', 'my item arrived damaged'];
const voiceLines = [
  'Your order shipped on Monday, March second, and it is on its way.',
  'I can help with that.',
  'Your tracking number is one Z nine nine nine.',
];

/** `--every=3` takes a third of the lines. */
const every = Number(process.argv.find((one) => one.startsWith('--every='))?.slice('--every='.length) ?? 1);
const lines = [...spokenLines, ...noYes].filter((_, index) => index % every === 0);

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function row(name: string, heard: readonly HeardLine[]): string {
  const cells = columns.map((kind) => rightOf(kind, heard).padEnd(18));
  const words = heard.filter(({ line }) => inWords.includes(line.kind)).map((one) => one.words);
  const sum = (key: 'said' | 'heard') => words.reduce((total, one) => total + one[key], 0);
  return `${name.padEnd(20)}${percent(sum('heard'), sum('said')).padEnd(8)}${cells.join('')}\n`;
}

/** How well the built-in ears understand, over every channel or those named; with `--misheard` also what they did not. */
async function measureEars(): Promise<void> {
  const isTold = process.argv.includes('--misheard');
  const chosen = process.argv.slice(2).filter((name) => !name.startsWith('--'));
  const heading = columns.map((column) => (column === 'no yes' ? 'no false yes' : column).padEnd(18)).join('');
  process.stdout.write(`${spokenLines.length} lines and ${noYes.length} that are no yes, by two voices\n`);
  process.stdout.write(`${''.padEnd(20)}${'words'.padEnd(8)}${heading}\n`);
  for (const [name, channel] of Object.entries(await channels())) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const heard = await hearLines(lines, channel);
    process.stdout.write(row(name, heard));
    if (!isTold) continue;
    for (const { line, heard: words, outcome } of heard)
      if (outcome !== 'right') process.stdout.write(`    ${outcome}: "${line.say}" as "${words}"\n`);
  }
}

/** How often what proves an order is understood, by how fast it is said and over how much noise. */
async function measureVerification(): Promise<void> {
  const proofs = lines.filter(({ kind }) => kind === 'number' || kind === 'email');
  const all = await channels();
  process.stdout.write(`\n${''.padEnd(20)}${verificationPaces.map((pace) => `at ${pace}`.padEnd(44)).join('')}\n`);
  for (const name of verificationChannels) {
    const cells: string[] = [];
    for (const pace of verificationPaces) {
      const heard = await hearLines(proofs, all[name] ?? ((speech) => speech), pace);
      cells.push(`numbers ${rightOf('number', heard)}, e-mails ${rightOf('email', heard)}`.padEnd(44));
    }
    process.stdout.write(`${name.padEnd(20)}${cells.join('')}\n`);
  }
}

function rightOf(kind: SpokenLine['kind'], heard: readonly HeardLine[]): string {
  const ofKind = heard.filter(({ line }) => line.kind === kind);
  const count = (outcome: HeardLine['outcome']) => ofKind.filter((one) => one.outcome === outcome).length;
  return `${count('right')}/${ofKind.length}${count('wrong') === 0 ? '' : ` (${count('wrong')} wrong)`}`;
}

/** How long words take after the last sample of speech, said as fast as people say it. */
async function measureDelay(): Promise<void> {
  const caller = new ListeningCaller();
  const { clean } = await channels();
  const delays: number[] = [];
  for (const line of timedLines) {
    const speech = await speakWithFlite(line, 'rms');
    delays.push(await caller.msAfterSpeech(clean?.(speech) ?? speech, 'matter'));
  }
  caller.hangUp();
  process.stdout.write(`end of speech → words: median ${median(delays).toFixed(0)} ms, longest `);
  process.stdout.write(`${Math.max(...delays).toFixed(0)} ms\n`);
}

/** How long the built-in voice takes for the first sound of a text. */
async function measureVoice(): Promise<void> {
  const voice = new FliteVoice();
  await voice.warmUp();
  const delays: number[] = [];
  for (const line of [...voiceLines, ...voiceLines]) {
    const askedAt = performance.now();
    for await (const samples of voice.speak(line, new AbortController().signal)) {
      if (samples.length > 0) break;
    }
    delays.push(performance.now() - askedAt);
  }
  await voice.close();
  process.stdout.write(`text → first sound of flite: median ${median(delays).toFixed(0)} ms, longest `);
  process.stdout.write(`${Math.max(...delays).toFixed(0)} ms\n`);
}

if (process.argv.includes('--verification')) await measureVerification();
else {
  await measureVoice();
  await measureDelay();
  await measureEars();
}
process.exit(0);
