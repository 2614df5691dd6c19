import { isCardNumber } from '@orderline/contract/card-number.ts';
import { digitWords } from './number-words.ts';
import { sayCard } from './say-card.ts';
import { sayCode } from './say-code.ts';
import { sayEmail, sayUrl } from './say-email.ts';
import { sayPhone } from './say-phone.ts';
import type { TextRule } from './text-rule.ts';
import type { TextWindow } from './text-window.ts';

const email = /^[\w.+'%-]+@[\w-]+(\.[\w-]+)+$/;
const url =
  /^(https?:\/\/\S+|www\.\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|shop|store|io|co|example|dev|app|us|uk|ca|de|eu)(\/\S*)?)$/i;
const code = /^#?(?=.*[A-Z])(?=(?:.*\d){3})[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const ownFormat = /^#?[A-Za-z]{1,4}-?\d{4,}$/;
/** Capacities and the like are no codes. */
const measure = /^\d+[A-Z]{1,3}$/;
const phones = [
  /^(\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/,
  /^\+1?\d{10,13}$/,
  /^\d{10}$/,
  /^\+\d{1,3}( \d{2,5}){2,4}$/,
];
const phoneStart = /^(\+\d{1,3}|\(\d{3}\)?|\d{3}|1)$/;
const mostGroups = 5;

/** "customer@email.com", "https://yourstore.com/track" */
export const addresses: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (email.test(core)) return { said: lead + sayEmail(core) + trail, count: 1 };
  return url.test(core) ? { said: lead + sayUrl(core) + trail, count: 1 } : undefined;
};

/** Order and tracking numbers: letters and digits, one by one. */
export const codes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const isCode = (code.test(core) && !measure.test(core)) || ownFormat.test(core);
  return isCode ? { said: lead + sayCode(core) + trail, count: 1 } : undefined;
};

/** "+1 512 555 0142", "(512) 555-0142", "512.555.0142" */
export const phoneNumbers: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const isStart = phoneStart.test(lead + core) && !/[.,!?;:]/.test(trail);
  return longest(window, isStart ? mostGroups : 1, (text) =>
    phones.some((phone) => phone.test(text)) ? sayPhone(text) : undefined,
  );
};

/** A whole card number should never be here; if it is, only its last four digits are said. */
export const cards: TextRule = (window) => {
  const { core, trail } = window.word(0);
  const isEnding = window.before(1).core === 'in' && window.before(2).core === 'ending' && /^\d{4}$/.test(core);
  if (isEnding) return { said: digitWords(core) + trail, count: 1 };
  const masked = maskedEnd(window);
  if (masked) return masked;
  if (!/^\d[\d-]*$/.test(core)) return undefined;
  return longest(window, /^\d{4}$/.test(core) ? mostGroups : 1, (text) =>
    /^[\d -]+$/.test(text) && isCardNumber(text.replace(/\D/g, '')) ? sayCard(text.replace(/\D/g, '')) : undefined,
  );
};

/** "****4242", "•••• •••• •••• 4242" */
function maskedEnd(window: TextWindow) {
  const hidden = /^[*•xX·]{2,}-?(\d{4})?$/;
  for (let at = 0; at < mostGroups; at++) {
    const { core, trail } = window.word(at);
    const [match, digits] = hidden.exec(core) ?? [];
    if (match === undefined && !(at > 0 && /^\d{4}$/.test(core))) return undefined;
    const last = digits ?? (match === undefined ? core : undefined);
    if (last !== undefined) return { said: `ending in ${digitWords(last)}${trail}`, count: at + 1 };
  }
  return undefined;
}

function longest(window: TextWindow, most: number, sayIt: (text: string) => string | undefined) {
  for (let count = most; count > 0; count--) {
    const text = window.digitGroups(count);
    const said = sayIt(text);
    const length = text.split(' ').length;
    const { lead } = window.word(0);
    if (said !== undefined) {
      const trail = window.word(length - 1).trail;
      return { said: lead.replace('(', '') + said + trail.replace(')', ''), count: length };
    }
  }
  return undefined;
}
