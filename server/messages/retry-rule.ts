/** Whether people may have a message sent again: its end is that it was not sent, or nobody knows. */
export const canRetry = (state: string): boolean => ['kept', 'failed', 'unknown'].includes(state);
