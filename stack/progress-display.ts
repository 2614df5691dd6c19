import { adviceInLine } from './advice-in-line.ts';
import type { Progress, ReportProgress } from './progress.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
/** Where lines cannot be redrawn, a step tells how far it is this often. */
const plainMs = 10_000;

/** What each step is called while it goes on, for people who do not know the parts. */
const titles: Record<string, string> = {
  database: 'PostgreSQL',
  livekit: 'LiveKit server',
  pages: 'web pages',
  redis: 'Redis',
  server: 'order desk server',
  sip: 'telephone',
  worker: 'voice agent',
};

export interface DisplayStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

interface RunningStep {
  beganAt: number;
  toldAt: number;
  detail: string;
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

/** Shows the progress of a stack: a line that moves on a terminal, plain lines anywhere else. */
export class ProgressDisplay {
  readonly #stream: DisplayStream;
  readonly #isVerbose: boolean;
  readonly #steps = new Map<string, RunningStep>();
  #timer: NodeJS.Timeout | undefined;
  #frame = 0;

  constructor(stream: DisplayStream, { isVerbose = false } = {}) {
    this.#stream = stream;
    this.#isVerbose = isVerbose;
  }

  readonly report: ReportProgress = (progress) => {
    this.#clearMoving();
    this.#take(progress);
    this.#drawMoving();
  };

  /** Prints lines between what moves. */
  print(text: string): void {
    this.#clearMoving();
    this.#stream.write(`${text}\n`);
    this.#drawMoving();
  }

  #take(progress: Progress): void {
    const write = (text: string) => this.#stream.write(`${text}\n`);
    switch (progress.kind) {
      case 'step_began': {
        const now = performance.now();
        this.#steps.set(progress.step, { beganAt: now, toldAt: now, detail: '' });
        if (!this.#stream.isTTY) write(`  … ${partTitle(progress.step)}`);
        return;
      }
      case 'step_moved':
        this.#move(progress.step, progress.detail);
        return;
      case 'step_done': {
        this.#steps.delete(progress.step);
        const detail = progress.detail === '' ? '' : `${progress.detail}, `;
        write(`  ✓ ${partTitle(progress.step)} (${detail}${seconds(progress.tookMs)})`);
        return;
      }
      case 'step_failed':
        this.#steps.delete(progress.step);
        write(`  ✗ ${partTitle(progress.step)}`);
        return;
      case 'step_given_up':
        this.#steps.delete(progress.step);
        return;
      case 'part_died': {
        write(`  ! ${partTitle(progress.part)} stopped: ${progress.reason}. Its last lines:`);
        for (const line of progress.lastLines.slice(-6)) write(`      ${line}`);
        write(`    Starting it again in ${seconds(progress.restartInMs)}.`);
        return;
      }
      case 'part_back':
        write(`  ✓ ${partTitle(progress.part)} is back`);
        return;
      case 'line': {
        const advice = adviceInLine(progress.line);
        if (advice !== undefined) write(`  ! ${partTitle(progress.part)}: ${advice}`);
        if (this.#isVerbose) write(`    ${progress.part}: ${progress.line}`);
        return;
      }
    }
  }

  #move(step: string, detail: string): void {
    const running = this.#steps.get(step);
    if (!running) return;
    running.detail = detail;
    const now = performance.now();
    if (this.#stream.isTTY || now - running.toldAt < plainMs) return;
    running.toldAt = now;
    this.#stream.write(`  … ${partTitle(step)}: ${detail} (${seconds(now - running.beganAt)})\n`);
  }

  #clearMoving(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }

  #drawMoving(): void {
    if (!this.#stream.isTTY) return;
    if (this.#steps.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= setInterval(() => {
      this.#frame += 1;
      this.#clearMoving();
      this.#drawMoving();
    }, frameMs).unref();
    const steps = [...this.#steps].map(([step, { beganAt, detail }]) => {
      const took = performance.now() - beganAt;
      const inBrackets = [detail, took > 3000 ? seconds(took) : ''].filter((text) => text !== '').join(', ');
      return inBrackets === '' ? partTitle(step) : `${partTitle(step)} (${inBrackets})`;
    });
    const line = `  ${frames[this.#frame % frames.length] ?? ''} ${steps.join(' · ')}`;
    this.#stream.write(line.slice(0, (this.#stream.columns || 80) - 1));
  }
}

/** What people call a part or a step. */
export function partTitle(step: string): string {
  return titles[step] ?? step;
}
