import { UnreadableError } from './unreadable.ts';

/** Control characters that no text has. */
const binary = /[^\P{Cc}\t\n\v\f\r\u0085]/u;

/**
 * The text in these bytes: UTF-16 where its byte order mark says so, UTF-8, or else what Windows writes in the West.
 * Throws {@link UnreadableError} for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = decoded(bytes, encoding) ?? decoded(bytes, 'windows-1252') ?? '';
  if (binary.test(text)) throw new UnreadableError('unsupported');
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
