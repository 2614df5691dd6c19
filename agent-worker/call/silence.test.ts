import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Silence, type SilenceStep } from './silence.ts';

let heard: SilenceStep[];
let silence: Silence;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  silence = new Silence({ afterMs: 10_000, onSilence: (step) => heard.push(step) });
  silence.setBusy('agent', false);
});
afterEach(() => vi.useRealTimers());

/** The agent says what it has to say, and falls silent again. */
const agentSpeaks = () => {
  silence.setBusy('agent', true);
  silence.setBusy('agent', false);
};

test('asks a silent caller, asks again, says goodbye, and then nothing more', () => {
  for (let round = 0; round < 4; round++) {
    vi.advanceTimersByTime(10_000);
    agentSpeaks();
  }
  expect(heard).toEqual(['asked', 'asked again', 'goodbye']);
});

test('begins anew when the caller says something', () => {
  vi.advanceTimersByTime(10_000);
  agentSpeaks();
  silence.heardTurn();
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['asked', 'asked']);
});

test('does not count while the agent or the caller speaks', () => {
  silence.setBusy('agent', true);
  vi.advanceTimersByTime(60_000);
  silence.setBusy('caller', true);
  silence.setBusy('agent', false);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
  silence.setBusy('caller', false);
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['asked']);
});

test('does not count while the caller is away', () => {
  silence.setBusy('nobody there', true);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
});

test('says nothing after it was stopped', () => {
  silence.stop();
  vi.advanceTimersByTime(60_000);
  agentSpeaks();
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
});
