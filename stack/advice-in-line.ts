/**
 * What a part's log line says to whoever started it: the `advice` of a line of JSON, as the worker writes it of a key
 * that is refused. Undefined for every other line.
 */
export function adviceInLine(line: string): string | undefined {
  if (!line.startsWith('{') || !line.includes('"advice":')) return undefined;
  try {
    const { advice } = JSON.parse(line) as { advice?: unknown };
    return typeof advice === 'string' ? advice : undefined;
  } catch {
    return undefined;
  }
}
