import { expect, test } from 'vitest';
import { ProgressDisplay } from './progress-display.ts';

function recorded(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { stream, text: () => written.join('') };
}

test('writes plain lines where nothing can be redrawn', () => {
  const { stream, text } = recorded(false);
  const display = new ProgressDisplay(stream);
  display.report({ kind: 'step_began', step: 'livekit' });
  display.report({ kind: 'step_moved', step: 'livekit', detail: 'building with Go, step 1' });
  display.report({ kind: 'step_done', step: 'livekit', detail: '', tookMs: 94_000 });
  expect(text()).toBe('  … LiveKit server\n  ✓ LiveKit server (94 s)\n');
});

test('redraws one line on a terminal, cut to its width', () => {
  const { stream, text } = recorded(true);
  const display = new ProgressDisplay(stream);
  display.report({ kind: 'step_began', step: 'livekit' });
  display.report({ kind: 'step_moved', step: 'livekit', detail: `downloading ${'very '.repeat(30)}long` });
  const last = text().split('\r\x1b[K').at(-1) ?? '';
  expect(last).toMatch(/LiveKit server \(downloading/);
  expect(last.length).toBeLessThan(60);
  display.report({ kind: 'step_done', step: 'livekit', detail: '', tookMs: 10 });
});

test('gives the reason and the last words of a part that died', () => {
  const { stream, text } = recorded(false);
  const lastLines = ['listening', 'TypeError: no'];
  new ProgressDisplay(stream).report({
    kind: 'part_died',
    part: 'server',
    reason: 'ended with code 1',
    lastLines,
    restartInMs: 500,
  });
  expect(text()).toMatch(/order desk server stopped: ended with code 1[^]*TypeError: no[^]*again in 0\.5 s/);
});

test('shows what the parts write only when asked to', () => {
  const quiet = recorded(false);
  new ProgressDisplay(quiet.stream).report({ kind: 'line', part: 'server', line: 'hello' });
  expect(quiet.text()).toBe('');
  const verbose = recorded(false);
  new ProgressDisplay(verbose.stream, { isVerbose: true }).report({ kind: 'line', part: 'server', line: 'hello' });
  expect(verbose.text()).toContain('server: hello');
});

test('shows what a part advises those who started it, of all that it writes', () => {
  const { stream, text } = recorded(false);
  const display = new ProgressDisplay(stream);
  const lines = [
    '{"level":50,"advice":"OPENAI_API_KEY is refused."}',
    '{"level":50,"msg":"no"}',
    '{"advice":',
    '"advice":"no"',
  ];
  for (const line of lines) display.report({ kind: 'line', part: 'worker', line });
  expect(text()).toBe('  ! voice agent: OPENAI_API_KEY is refused.\n');
});
