interface Spoken<Said> {
  speak: (line: string) => Promise<Said>;
  /** What the agent said, up to and with the match. */
  agentSays: (expected: RegExp) => Promise<string>;
}

const mostTries = 4;
const notUnderstood = 'Could you say it again|I only got part';

/**
 * Says a line until the agent says what is expected: again to an agent that asks for that, as people do.
 * @returns what `speak` told of the time that was understood
 */
export async function sayUntil<Said>(
  { speak, agentSays }: Spoken<Said>,
  line: string,
  expected: RegExp,
): Promise<Said> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const spoken = await speak(line);
    const said = await agentSays(new RegExp(`${expected.source}|${notUnderstood}`));
    if (expected.test(said)) return spoken;
  }
  throw new Error(`Not understood: ${line}`);
}
