const sounds = String.raw`(?:uh[\s-]?huh|m+[\s-]?h+m+|mhm|hmm+|aha|okay|ok|right|yeah|yep|sure|i see|got it|alright|all right|oh|good|great)`;
const onlyThose = new RegExp(`^${sounds}(?:[\\s,.!]+${sounds})*[\\s,.!]*$`);

/** Whether it only says "I'm listening". A bare yes or no is never one: it may answer what is being asked. */
export function isBackchannel(text: string): boolean {
  return onlyThose.test(text.trim().toLowerCase());
}
