/** What most voices speak, in characters a second; a voice's own pace is learnt from what it has said. */
const usualPace = 15;

/**
 * What is left to say of a clause whose voice broke off, from the word on in which it did: nothing but that word is
 * said twice.
 * @param pace of the voice that broke off, in characters a second
 */
export function restOfClause(clause: string, spokenSeconds: number, pace = usualPace): string {
  const spoken = Math.floor(spokenSeconds * pace);
  if (spoken >= clause.length) return '';
  const word = clause.lastIndexOf(' ', spoken) + 1;
  return clause.slice(word);
}
