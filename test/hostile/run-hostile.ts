import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '10000' },
    /** As a failure prints them. */
    seed: { type: 'string' },
    path: { type: 'string' },
    /** Only the test files whose names contain it. */
    file: { type: 'string', default: 'hostile-model' },
  },
});
process.env['HOSTILE_CALLS'] = values.calls;
if (values.seed !== undefined) process.env['HOSTILE_SEED'] = values.seed;
if (values.path !== undefined) process.env['HOSTILE_PATH'] = values.path;
// Ten thousand calls take their time.
await startVitest('test', [values.file], { project: ['hostile'], watch: false, testTimeout: 3_600_000 });
process.exit(process.exitCode ?? 0);
