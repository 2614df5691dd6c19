import './production.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { RoomCaller } from '../support/room-caller.ts';

const calls = 5;

interface Figures {
  /** From asking for a token to the first sound of the greeting. */
  askToGreeting: number[];
  /** From being in the room to the first sound of the greeting. */
  joinToGreeting: number[];
  /** From the typed text having left to the first sound of its answer. */
  typed: number[];
  /** From the last sample of speech to the first sound of its answer. */
  spoken: number[];
}

/** How long a caller waits to hear something, over real WebRTC on this machine, in milliseconds. */
async function measure(serverUrl: string): Promise<Figures> {
  const figures: Figures = { askToGreeting: [], joinToGreeting: [], typed: [], spoken: [] };
  for (let call = 0; call < calls; call++) {
    const askedAt = performance.now();
    const caller = await RoomCaller.call(serverUrl);
    const joinedAt = performance.now();
    const greetedAt = await caller.audio.firstHeard({ withinMs: 15_000 });
    figures.askToGreeting.push(greetedAt - askedAt);
    figures.joinToGreeting.push(greetedAt - joinedAt);
    await caller.transcript.agentSays('What can I do for you today?');

    await caller.audio.fallenSilent({ forMs: 600, withinMs: 10_000 });
    const typedAt = performance.now();
    await caller.type('Where is my order?');
    figures.typed.push((await caller.audio.heardAgain({ sinceMs: typedAt, withinMs: 15_000 })) - typedAt);
    await caller.transcript.agentSays('Do you have your order number handy?');

    await caller.audio.fallenSilent({ forMs: 600, withinMs: 10_000 });
    const spokenAt = await caller.speak('oh are dee one two three four five');
    figures.spoken.push((await caller.audio.heardAgain({ sinceMs: spokenAt, withinMs: 15_000 })) - spokenAt);
    await caller.hangUp();
  }
  return figures;
}

function line(name: string, values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `${name.padEnd(40)} min ${at(0)}  median ${at(0.5)}  max ${at(1)} ms\n`;
}

const stack = await startStack({
  parts: ['database', 'livekit', 'server', 'worker'],
  environment: bareEnvironment(),
});
try {
  const { askToGreeting, joinToGreeting, typed, spoken } = await measure(stack.urls.server);
  process.stdout.write(
    line('token asked → greeting heard', askToGreeting) +
      line('in the room → greeting heard', joinToGreeting) +
      line('typed turn → answer heard', typed) +
      line('end of speech → answer heard', spoken),
  );
} finally {
  await stack.stop();
}
process.exit(0);
