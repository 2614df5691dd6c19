/**
 * The guardian: a small process that outlives a crash of the one that started it, and then ends what that one left.
 *
 * It listens on its standard input. The kernel closes that pipe however the other side ends, SIGKILL included, so the
 * end of the input means: nobody is looking after these processes and files any more. It works for programs that are
 * not ours and on every platform, where PR_SET_PDEATHSIG exists on Linux only and is lost when the user changes.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Ending, endProcess } from './end-process.ts';
import type { GuardianOrder } from './guard.ts';

const processes = new Map<number, Ending>();
const paths = new Set<string>();

function obey(order: GuardianOrder): void {
  switch (order.kind) {
    case 'watch':
      processes.set(order.pid, order.ending);
      return;
    case 'forget':
      processes.delete(order.pid);
      return;
    case 'remove_later':
      paths.add(order.path);
      return;
    case 'keep':
      paths.delete(order.path);
      return;
  }
}

for await (const line of createInterface({ input: process.stdin })) obey(JSON.parse(line) as GuardianOrder);

await Promise.all([...processes].map(([pid, ending]) => endProcess(pid, ending)));
for (const path of paths) rmSync(path, { recursive: true, force: true });
