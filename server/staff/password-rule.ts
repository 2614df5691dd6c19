/** NIST SP 800-63B: length is what counts, and no rules of composition. */
const shortest = 12;
const longest = 128;
const fewestDifferent = 5;

/** Why a new password cannot be used, as a sentence for whoever chose it; undefined when it can. */
export function passwordFlaw(password: string, name: string): string | undefined {
  const characters = Array.from(password);
  if (characters.length < shortest) return `The password is too short: use at least ${shortest} characters`;
  if (characters.length > longest) return `The password is too long: use at most ${longest} characters`;
  if (new Set(characters).size < fewestDifferent) return 'The password repeats itself: use more different characters';
  if (password.toLowerCase().includes(name.toLowerCase())) return 'The password has the name in it: use other words';
  return undefined;
}
