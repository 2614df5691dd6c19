import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { dispatchCallEvent } from '../events.ts';
import type { CallSession } from './call-session.ts';
import { idleSnapshot } from './call-snapshot.ts';
import type { CallSnapshot } from './call-snapshot.ts';
import { isOnCall } from './call-state.ts';
import type { CallState } from './call-state.ts';
import { systemClock } from './clock.ts';
import { isMicrophoneGranted, requestMicrophone } from './microphone.ts';
import { Visit } from './visit.ts';
import { sessionVisitMemory } from './visit-memory.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** One element's call: loads the media code when it is needed, holds the session, and tells the page what happens. */
export class CallController implements ReactiveController {
  snapshot: CallSnapshot = idleSnapshot;
  readonly #host: Host;
  readonly #onResumed: () => void;
  #session: CallSession | undefined;
  #server: URL | undefined;
  #isResumed = false;
  #hasStarted = false;

  /** `onResumed`: the call of before a reload goes on, and its panel was open. */
  constructor(host: Host, onResumed: () => void) {
    this.#host = host;
    this.#onResumed = onResumed;
    host.addController(this);
  }

  get session(): CallSession | undefined {
    return this.#session;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    if (isOnCall(this.snapshot.state)) void this.retry();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    this.#session?.suspend();
  }

  /** Which server to call. The first one given is asked for a call that a reload has interrupted. */
  set server(server: URL | undefined) {
    if (server?.href === this.#server?.href) return;
    this.#server = server;
    if (server && !isOnCall(this.snapshot.state)) void this.#resume(server);
  }

  /** Fetches the media code ahead of the click. */
  preload(): void {
    // A failure shows when the code is really wanted.
    loadMedia().catch(() => undefined);
  }

  async start(options: { withMicrophone: boolean }): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#isResumed = false;
    this.#show({ ...idleSnapshot, state: { phase: 'connecting' } });
    const session = await this.#openSession(server);
    await session?.start(options);
  }

  async retry(): Promise<void> {
    if (this.#session) await this.#session.retry();
    else await this.start({ withMicrophone: false });
  }

  rememberPanel(isPanelOpen: boolean): void {
    if (this.#server && isOnCall(this.snapshot.state)) sessionVisitMemory(this.#server).keep({ isPanelOpen });
  }

  /** Back to the beginning, leaving nothing of the last call. */
  reset(): void {
    this.#session = undefined;
    this.#show(idleSnapshot);
  }

  async #resume(server: URL): Promise<void> {
    const visit = sessionVisitMemory(server).load();
    if (!visit) return;
    this.#isResumed = true;
    this.#show({ ...idleSnapshot, state: { phase: 'connecting' } });
    const session = await this.#openSession(server);
    const withMicrophone = visit.usedMicrophone && (await isMicrophoneGranted());
    await session?.resume(visit.visitToken, { withMicrophone });
    if (this.snapshot.state.phase === 'ended') this.reset();
    else if (visit.isPanelOpen) this.#onResumed();
  }

  async #openSession(server: URL): Promise<CallSession | undefined> {
    try {
      const { createLiveSession } = await loadMedia();
      const session = createLiveSession({
        visit: new Visit(server, { fetch, clock: systemClock }),
        memory: sessionVisitMemory(server),
        clock: systemClock,
        requestMicrophone,
        onChange: (snapshot) => {
          // A call that was left behind may still settle something.
          if (this.#session === session) this.#show(snapshot);
        },
      });
      this.#session = session;
    } catch {
      this.#session = undefined;
      this.#show({ ...idleSnapshot, state: { phase: 'failed', reason: 'unreachable' } });
    }
    return this.#session;
  }

  #show(snapshot: CallSnapshot): void {
    const before = this.snapshot.state;
    this.snapshot = snapshot;
    this.#host.requestUpdate();
    if (snapshot.state.phase !== before.phase) this.#announce(snapshot.state);
  }

  #announce(state: CallState): void {
    switch (state.phase) {
      case 'idle':
      case 'asking-microphone':
      case 'connecting':
        this.#hasStarted = false;
        break;
      case 'waiting-for-agent':
      case 'listening':
      case 'thinking':
      case 'speaking':
        if (!this.#hasStarted) {
          dispatchCallEvent(this.#host, 'orderline-call-started', { isResumed: this.#isResumed });
        }
        this.#hasStarted = true;
        break;
      case 'moved':
        dispatchCallEvent(this.#host, 'orderline-call-ended', { by: 'other-tab' });
        break;
      case 'ended':
        dispatchCallEvent(this.#host, 'orderline-call-ended', { by: state.by });
        break;
      case 'failed':
        dispatchCallEvent(this.#host, 'orderline-call-error', { reason: state.reason });
        break;
      case 'reconnecting':
      case 'no-agent':
        break;
    }
  }

  readonly #onPageHide = (): void => this.#session?.suspend();

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    // Out of the back/forward cache: the call is where we left it.
    if (event.persisted && isOnCall(this.snapshot.state)) void this.retry();
  };
}

async function loadMedia() {
  return await import('./live-session.ts');
}
