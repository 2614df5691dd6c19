import type { TestProject } from 'vitest/node';
import { provideStack } from './stack-setup.ts';

/** Everything, and a telephone: Redis, livekit-sip, and the trunk that the server makes by itself. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideStack(project, { hasPhone: true });
}
