import { cacheFolder } from '../stack/folders.ts';
import { findLivekit } from '../stack/livekit-binary.ts';
import { reportStep } from '../stack/progress.ts';
import { ProgressDisplay } from '../stack/progress-display.ts';
import { ensureTools } from './ensure-tools.ts';
import { runProjects, type Totals } from './run-projects.ts';

/** Run one after the other: two stacks at once would slow each other's calls down. */
const phases = [['rules', 'database'], ['stack'], ['calls'], ['browser']];
/** The projects that need a LiveKit server, which may have to be built first. */
const withLivekit = ['stack', 'calls', 'browser'];

function chosenProjects(): string[] {
  const all = phases.flat();
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(' or ')}. The projects are ${all.join(', ')}.`);
  return chosen.length > 0 ? chosen : all;
}

/** Gets LiveKit while the first tests run; its failure is told when the tests that need it are due. */
function beginLivekit(display: ProgressDisplay): Promise<void> {
  const work = async (moved: (detail: string) => void) => {
    const { path } = await findLivekit({ cache: cacheFolder(process.env), moved });
    return path;
  };
  const livekit = reportStep('livekit', { report: display.report, work });
  livekit.catch(() => undefined);
  return livekit;
}

async function main(): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0 };
  // Plain lines: vitest draws on the same terminal.
  const display = new ProgressDisplay({ write: (text) => process.stderr.write(text) });
  const projects = chosenProjects();
  await ensureTools(projects, (line) => display.print(line));
  const livekit = projects.some((name) => withLivekit.includes(name)) ? beginLivekit(display) : undefined;
  for (const phase of phases) {
    const due = phase.filter((name) => projects.includes(name));
    if (due.length === 0) continue;
    if (due.some((name) => withLivekit.includes(name))) await livekit;
    const { passed, failed } = await runProjects(due);
    totals.passed += passed;
    totals.failed += failed;
  }
  return totals;
}

const totals = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return { passed: 0, failed: 1 };
});
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
