/** In small letters, with plain apostrophes: what is meant is recognised in that. */
export function plainly(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim();
}
