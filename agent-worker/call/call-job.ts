import type { JobContext } from '@livekit/agents';

/** What a call needs of the job that serves it. */
export type CallJob = Pick<JobContext, 'room' | 'shutdown' | 'waitForParticipant'>;
