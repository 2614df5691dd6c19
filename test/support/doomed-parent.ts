/**
 * Run as a process of its own: starts something slow under the stack's guardian and waits to be killed. Whatever it is
 * sent comes back once it has done what it was at.
 */
import { guardPath } from '../../stack/guard.ts';
import { runCommand } from '../../stack/run-command.ts';

const [path = ''] = process.argv.slice(2);
guardPath(path);
process.stdin.pipe(process.stdout);
await runCommand('sh', ['-c', 'echo $$; exec sleep 600'], { onLine: (pid) => process.stdout.write(`${pid}\n`) });
