import { expect, test } from 'vitest';
import { jobId } from './job-id.ts';

test('is the same UUID for the same job, and another for any other', () => {
  const id = jobId('label-expiry', 'RMA-1');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(jobId('label-expiry', 'RMA-1')).toBe(id);
  expect(jobId('label-expiry', 'RMA-2')).not.toBe(id);
  expect(jobId('reminder', 'RMA-1')).not.toBe(id);
  expect(jobId('a', 'b\nc')).toBe(jobId('a', 'b\nc'));
});
