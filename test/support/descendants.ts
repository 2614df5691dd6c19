import { execFileSync } from 'node:child_process';

/** The processes that `pid` started, and those they started, at this moment. */
export function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const parents = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const ancestor of found) {
    for (const [child = 0, parent] of parents) if (parent === ancestor) found.push(child);
  }
  return found.slice(1);
}
