import { startVitest } from 'vitest/node';

export interface Totals {
  passed: number;
  failed: number;
}

/**
 * Runs some of vitest's projects to their end and counts their tests. What fails without being a test (a file that
 * cannot be read, a set-up, an error nobody caught) counts as one.
 */
export async function runProjects(project: readonly string[]): Promise<Totals> {
  process.exitCode = 0;
  const { state } = await startVitest('test', [], { project: [...project], watch: false });
  const totals: Totals = { passed: 0, failed: 0 };
  for (const module of state.getTestModules()) {
    const results = [...module.children.allTests()].map((test) => test.result().state);
    const failed = results.filter((result) => result === 'failed').length;
    totals.passed += results.filter((result) => result === 'passed').length;
    totals.failed += failed === 0 && !module.ok() ? 1 : failed;
  }
  if (totals.failed === 0 && process.exitCode !== 0) totals.failed = 1;
  return totals;
}
