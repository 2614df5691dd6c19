/** The header `Retry-After` in whole seconds from `now`, whichever of its two forms it has (RFC 9110 10.2.3). */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,6}\s*$/.test(header)) return Number(header);
  // Date.parse alone would take almost anything for a date.
  const at = /^\s*[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
