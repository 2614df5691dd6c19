import { readdirSync, readFileSync } from 'node:fs';

/** The parent of a process; undefined when it has just ended. */
function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** The processes that `pid` started, and those they started, at this moment. Read from /proc: a bare machine has no ps. */
export function descendants(pid: number): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const parents = new Map(pids.map((each) => [each, parentOf(each)]));
  const found = [pid];
  for (const ancestor of found) found.push(...pids.filter((each) => parents.get(each) === ancestor));
  return found.slice(1);
}
