import { describe, expect, it } from 'vitest';
import { needsAgent, startsOver, type AgentPresence } from './needs-agent-rule.ts';

const opened: AgentPresence = {
  generation: 0,
  dispatches: 1,
  sinceSeenMs: null,
  sinceLostMs: null,
  sinceDispatchMs: 0,
};
const joined: AgentPresence = { ...opened, generation: 1, dispatches: 0, sinceSeenMs: 0, sinceDispatchMs: 60_000 };

describe('needsAgent', () => {
  it('gives the first job four seconds, since making the room dispatched it', () => {
    expect(needsAgent({ ...opened, sinceDispatchMs: 3999 })).toBe(false);
    expect(needsAgent({ ...opened, sinceDispatchMs: 4000 })).toBe(true);
  });

  it('asks again every two seconds until a job joins', () => {
    expect(needsAgent({ ...opened, dispatches: 2, sinceDispatchMs: 1999 })).toBe(false);
    expect(needsAgent({ ...opened, dispatches: 2, sinceDispatchMs: 2000 })).toBe(true);
  });

  it('lets a broken stream reconnect before it counts as a dead job', () => {
    expect(needsAgent({ ...joined, sinceLostMs: 699 })).toBe(false);
    expect(needsAgent({ ...joined, sinceLostMs: 700 })).toBe(true);
  });

  it('replaces a job at once when it dies long after its dispatch', () => {
    expect(needsAgent({ ...joined, sinceLostMs: 701, sinceDispatchMs: 10 })).toBe(true);
  });

  it('waits two seconds for the replacement it has dispatched', () => {
    const replacing = { ...joined, dispatches: 1, sinceLostMs: 2600 };
    expect(needsAgent({ ...replacing, sinceDispatchMs: 1900 })).toBe(false);
    expect(needsAgent({ ...replacing, sinceDispatchMs: 2000 })).toBe(true);
  });

  it('takes a job for living until it has shown no sign of it for five seconds', () => {
    expect(needsAgent({ ...joined, sinceSeenMs: 4999 })).toBe(false);
    expect(needsAgent({ ...joined, sinceSeenMs: 5000 })).toBe(true);
  });
});

describe('startsOver', () => {
  it('clears the room at the first dispatch after a loss and at every fourth after it', () => {
    expect([1, 2, 3, 4, 5, 6, 9].filter((dispatches) => startsOver(dispatches))).toEqual([1, 5, 9]);
  });
});
