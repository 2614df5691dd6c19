import { startVitest, type TestModule, type Vitest } from 'vitest/node';

export interface Totals {
  passed: number;
  failed: number;
  /** What failed and why, a few lines each: told once more at the end of a run, where a long log is read first. */
  failures: readonly string[];
}

const messageLines = 12;

function inShort(name: string, errors: readonly { message: string }[]): string {
  const why = errors.flatMap(({ message }) => message.split('\n').slice(0, messageLines));
  return [`${name}:`, ...why.map((line) => `    ${line}`)].join('\n');
}

/** What fails without being a test (a file that cannot be read, a set-up) counts as one. */
function outcomeOf(module: TestModule): Totals {
  const file = module.relativeModuleId;
  const tests = [...module.children.allTests()];
  const failed = tests.filter((test) => test.result().state === 'failed');
  const failures = failed.map((test) => inShort(`${file} > ${test.fullName}`, test.result().errors ?? []));
  if (failures.length === 0 && !module.ok()) {
    const suites = [...module.children.allSuites()];
    failures.push(
      inShort(
        file,
        [module, ...suites].flatMap((part) => part.errors()),
      ),
    );
  }
  return { passed: tests.filter((test) => test.result().state === 'passed').length, failed: failures.length, failures };
}

function outcomeOfAll({ state }: Vitest): Totals {
  const outcomes = state.getTestModules().map(outcomeOf);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const uncaught = state.getUnhandledErrors().map((error) => inShort('An error nobody caught', [error as Error]));
  // An end that says failure without a failed test has still failed.
  if (failures.length === 0 && process.exitCode !== 0)
    failures.push(...(uncaught.length > 0 ? uncaught : ['vitest ended badly']));
  return { passed: outcomes.reduce((sum, { passed }) => sum + passed, 0), failed: failures.length, failures };
}

/** Runs some of vitest's projects to their end and counts their tests. */
export async function runProjects(project: readonly string[]): Promise<Totals> {
  process.exitCode = 0;
  return outcomeOfAll(await startVitest('test', [], { project: [...project], watch: false }));
}
