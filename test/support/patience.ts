/** How long a test waits for what must come in the end. How soon it comes is for the bench: no test is timed. */
export const patienceMs = 40_000;

/** The same for `vi.waitFor` and `vi.waitUntil`, whose own second is too short for a busy machine. */
export const patience = { timeout: patienceMs, interval: 50 };
