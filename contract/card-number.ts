import { numberGroups, type NumberGroup } from './number-groups.ts';

const replacement = '[card number removed]';
const shortest = 13;
const longest = 19;

/**
 * The text without payment card numbers (ISO/IEC 7812: 13 to 19 digits with a valid Luhn check digit), typed with or
 * without spaces and dashes, or spoken in words. Other numbers stay: order and tracking numbers, phones, prices.
 */
export function withoutCardNumbers(text: string): string {
  let cleaned = '';
  let end = 0;
  for (const run of numberGroups(text)) {
    for (let from = 0; from < run.length; from++) {
      const to = cardEnd(run, from);
      const [first, last] = [run[from], run[to - 1]];
      if (first === undefined || last === undefined || to <= from) continue;
      cleaned += text.slice(end, first.start) + replacement;
      end = last.end;
      from = to - 1;
    }
  }
  return cleaned + text.slice(end);
}

/** Where the longest card number ends that begins with this group; `from` itself when none does. */
function cardEnd(run: readonly NumberGroup[], from: number): number {
  for (let to = Math.min(run.length, from + longest); to > from; to--) {
    const groups = run.slice(from, to);
    const digits = groups.map((group) => group.digits).join('');
    const isWhole = from === 0 && to === run.length;
    if (isCardNumber(digits) && isGroupedLikeACard(groups, isWhole)) return to;
  }
  return from;
}

/** Whether these digits, nothing else among them, are a card number. */
export function isCardNumber(digits: string): boolean {
  return new RegExp(`^\\d{${shortest},${longest}}$`).test(digits) && /[1-9]/.test(digits) && isLuhnValid(digits);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts double, less nine when above nine. */
function isLuhnValid(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/**
 * One in ten sequences of other numbers passes Luhn by chance ("12345, 512 555 0142"): unless the number is in one piece,
 * its groups must be those of a card, or the run must hold nothing else and begin as the cards of the big networks do.
 */
function isGroupedLikeACard(groups: readonly NumberGroup[], isWhole: boolean): boolean {
  const sizes = groups.map(({ digits }) => digits.length);
  const [first = 0] = sizes;
  const isEven = sizes.slice(0, -1).every((size) => size === first) && (sizes.at(-1) ?? 0) <= Math.max(first, 4);
  const isAmexOrDiners = sizes[0] === 4 && sizes[1] === 6 && sizes.length === 3;
  if (sizes.length === 1 || isAmexOrDiners || (isEven && first !== 5)) return true;
  return isWhole && /^[2-6]/.test(groups[0]?.digits ?? '') && !/(^|,)3,3,4$/.test(sizes.join());
}
