import { startVitest } from 'vitest/node';

export interface Totals {
  passed: number;
  failed: number;
}

/**
 * Runs some of vitest's projects to their end and counts their tests. What fails without being a test (a file that
 * cannot be read, a set-up, an error nobody caught) counts as one failure.
 */
export async function runProjects(project: readonly string[]): Promise<Totals> {
  process.exitCode = 0;
  const { state } = await startVitest('test', [], { project: [...project], watch: false });
  const totals: Totals = { passed: 0, failed: 0 };
  for (const module of state.getTestModules()) {
    for (const test of module.children.allTests()) {
      const result = test.result().state;
      if (result === 'passed') totals.passed += 1;
      if (result === 'failed') totals.failed += 1;
    }
  }
  if (totals.failed === 0 && process.exitCode !== 0) totals.failed = 1;
  return totals;
}
