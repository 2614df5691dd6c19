import { numberWords } from './number-words.ts';
import { sayLetters } from './say-code.ts';

const zones: Record<string, string> = { E: 'Eastern', C: 'Central', M: 'Mountain', P: 'Pacific' };

/** "2 PM ET" → "two P-M Eastern", "14:05" → "two oh five P-M", "12:00 AM" → "twelve A-M"; hours and minutes as written. */
export function sayTime(written: string): string {
  const match = /^(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\.?)?\s*([A-Z]{2,4})?$/i.exec(written.trim());
  if (!match) return written;
  const [, hours = '0', minutes = '00', half, zone] = match;
  const hour = Number(hours);
  if (hour > 24 || Number(minutes) > 59) return written;
  const spoken = `${numberWords(((hour + 11) % 12) + 1)}${sayMinutes(Number(minutes))}`;
  return [spoken, sayHalf(hours, half), zone === undefined ? '' : sayZone(zone)]
    .filter((part) => part !== '')
    .join(' ');
}

/** "14:05" and "09:00" are of a clock of 24 hours; "8:30" alone may be either half of the day. */
function sayHalf(hours: string, half: string | undefined): string {
  if (half !== undefined) return half.toLowerCase() === 'p' ? 'P-M' : 'A-M';
  if (!hours.startsWith('0') && Number(hours) < 13) return '';
  return Number(hours) < 12 ? 'A-M' : 'P-M';
}

/** "ET", "EST", "EDT" → "Eastern"; the letters of any other zone. */
function sayZone(zone: string): string {
  return zones[/^([ECMP])[SD]?T$/.exec(zone)?.[1] ?? ''] ?? sayLetters(zone);
}

function sayMinutes(minutes: number): string {
  if (minutes === 0) return '';
  return minutes < 10 ? ` oh ${numberWords(minutes)}` : ` ${numberWords(minutes)}`;
}
