/** Short messages between the server processes on one database. They may be lost: whoever relies on one also looks. */
export interface Signals {
  /** Calls `handler` with each payload sent on `channel` by any process; returns how to stop. */
  on(channel: string, handler: (payload: string) => void): () => void;
  /** Payloads are at most 8000 bytes (PostgreSQL's NOTIFY). */
  send(channel: string, payload: string): Promise<void>;
}
