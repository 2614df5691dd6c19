const maxBytes = 256 * 1024;

/** The body as text, or undefined, with the rest left unread, when it is larger than any order. */
export async function readCapped(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  // Node's lib types leave the chunks untyped; the Fetch standard says bytes.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
