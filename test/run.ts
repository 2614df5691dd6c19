import { cacheFolder } from '../stack/folders.ts';
import { findLivekit } from '../stack/livekit-binary.ts';
import { type LivekitProgram, livekitServer, livekitSip } from '../stack/livekit-program.ts';
import { reportStep } from '../stack/progress.ts';
import { ProgressDisplay } from '../stack/progress-display.ts';
import { ensureTools } from './ensure-tools.ts';
import { runProjects, type Totals } from './run-projects.ts';

/** Run one after the other: two stacks at once would slow each other's calls down. */
const phases = [['rules', 'database'], ['hostile'], ['stack'], ['calls'], ['phone'], ['browser'], ['voice']];
/** Run only when they are asked for: they take as long as half of the others. */
const onDemand = ['voice'];
/** The projects that need a program of LiveKit, which may have to be built first. */
const programs = [
  { step: 'livekit', program: livekitServer, neededBy: ['stack', 'calls', 'phone', 'browser', 'voice'] },
  { step: 'sip', program: livekitSip, neededBy: ['phone', 'voice'] },
];

function chosenProjects(): string[] {
  const all = phases.flat();
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(' or ')}. The projects are ${all.join(', ')}.`);
  return chosen.length > 0 ? chosen : all.filter((name) => !onDemand.includes(name));
}

interface Awaited {
  neededBy: readonly string[];
  isThere: Promise<void>;
}

/**
 * Gets LiveKit's programs while the first tests run, one after the other; a failure is told when the tests that need the
 * program are due.
 */
function beginPrograms(projects: readonly string[], display: ProgressDisplay): Awaited[] {
  let before: Promise<void> = Promise.resolve();
  const find = (program: LivekitProgram) => async (moved: (detail: string) => void) => {
    const { path } = await findLivekit(program, { cache: cacheFolder(process.env), moved });
    return path;
  };
  return programs
    .filter(({ neededBy }) => neededBy.some((name) => projects.includes(name)))
    .map(({ step, program, neededBy }) => {
      const isThere = before.then(() => reportStep(step, { report: display.report, work: find(program) }));
      before = isThere.catch(() => undefined);
      return { neededBy, isThere };
    });
}

async function main(): Promise<Totals> {
  const totals = { passed: 0, failed: 0, failures: [] as string[] };
  // Plain lines: vitest draws on the same terminal.
  const display = new ProgressDisplay({ write: (text) => process.stderr.write(text) });
  const projects = chosenProjects();
  await ensureTools(projects, (line) => display.print(line));
  const awaited = beginPrograms(projects, display);
  for (const phase of phases) {
    const due = phase.filter((name) => projects.includes(name));
    if (due.length === 0) continue;
    for (const { neededBy, isThere } of awaited) if (due.some((name) => neededBy.includes(name))) await isThere;
    const { passed, failed, failures } = await runProjects(due);
    totals.passed += passed;
    totals.failed += failed;
    totals.failures.push(...failures);
  }
  return totals;
}

const totals = await main().catch((error: unknown): Totals => {
  return { passed: 0, failed: 1, failures: [error instanceof Error ? error.message : String(error)] };
});
if (totals.failures.length > 0) process.stdout.write(`\nFailed:\n${totals.failures.join('\n')}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
