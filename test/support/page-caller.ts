import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AxeResults } from 'axe-core';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { chromiumPath } from './chromium-path.ts';
import { descendants } from './descendants.ts';
import { installPageAudio } from './page-audio.ts';
import { patienceMs } from './patience.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A visitor in a real Chromium, who clicks, types and speaks on the store's page. */
export class PageCaller {
  readonly page: Page;
  readonly widget: Locator;
  /** Errors and warnings that the page wrote to its console, and exceptions nobody caught. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, page: Page, profile: string) {
    this.#context = context;
    this.#profile = profile;
    this.page = page;
    this.widget = page.locator('orderline-widget');
    this.watch(page);
  }

  static async open(url: string): Promise<PageCaller> {
    const profile = await mkdtemp(join(tmpdir(), 'orderline-browser-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--autoplay-policy=no-user-gesture-required',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
      permissions: ['microphone'],
    });
    context.setDefaultTimeout(patienceMs);
    await context.addInitScript(installPageAudio);
    const page = context.pages()[0] ?? (await context.newPage());
    const caller = new PageCaller(context, page, profile);
    await page.goto(url);
    return caller;
  }

  async anotherTab(): Promise<Page> {
    const page = await this.#context.newPage();
    this.watch(page);
    return page;
  }

  /** Opens the widget and starts the call, by voice or by typing. */
  async startCall({ withMicrophone }: { withMicrophone: boolean }): Promise<void> {
    await this.widget.getByRole('button', { name: 'Talk to support' }).click();
    await this.widget.getByRole('button', { name: withMicrophone ? 'Talk with microphone' : 'Type instead' }).click();
  }

  async type(text: string): Promise<void> {
    await this.widget.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the transcript shows these words. */
  async reads(words: string | RegExp): Promise<void> {
    await this.widget.getByRole('log').getByText(words).last().waitFor();
  }

  /** Says a line into the page's microphone, with the voice that PocketSphinx understands best. */
  async speak(line: string): Promise<void> {
    const samples = await speakWithFlite(line, 'rms');
    await this.page.evaluate((said) => window.pageAudio.speak(said), Array.from(samples));
  }

  /** What came out of the loudspeaker so far, 16 kHz. */
  async heard(): Promise<Int16Array> {
    return Int16Array.from(await this.page.evaluate(() => window.pageAudio.heard()));
  }

  /** Stops the whole browser for a while, as a closed lid or a dead zone does: nothing is sent, and nothing received. */
  async offline({ forMs }: { forMs: number }): Promise<void> {
    const [first] = descendants(process.pid).filter((pid) => isOf(pid, this.#profile));
    if (first === undefined) throw new Error('The browser has no process');
    const browser = [first, ...descendants(first)];
    for (const pid of browser) process.kill(pid, 'SIGSTOP');
    await delay(forMs);
    for (const pid of browser) process.kill(pid, 'SIGCONT');
  }

  /** What the page sends next over a data channel does not arrive, as on a connection that breaks just then. */
  async losesNextText(): Promise<void> {
    await this.page.evaluate(() => {
      const { send } = RTCDataChannel.prototype;
      RTCDataChannel.prototype.send = () => {
        RTCDataChannel.prototype.send = send;
      };
    });
  }

  /** The accessibility rules that the page breaks right now. */
  async axeViolations(): Promise<string[]> {
    await this.page.evaluate(await readFile(axePath, 'utf8'));
    const results = await this.page.evaluate(() => (window as unknown as AxeWindow).axe.run());
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }
}

/** The browser's own process names its profile; the others are its children. */
function isOf(pid: number, profile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
  } catch {
    return false;
  }
}

interface AxeWindow {
  axe: { run(): Promise<AxeResults> };
}
