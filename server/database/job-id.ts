import { createHash } from 'node:crypto';

/**
 * The id of the one job called `name` about `key`: the same two always make the same UUID, so sending such a job twice
 * is one job. (RFC 9562, version 8: the bits are ours.)
 */
export function jobId(name: string, key: string): string {
  const bytes = createHash('sha256').update(`${name}\n${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
