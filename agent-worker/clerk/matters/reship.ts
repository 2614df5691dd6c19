import { beginChange } from '../begin-change.ts';
import { ask, type Plan } from '../change-step.ts';
import type { Matter } from '../matter.ts';
import { orderTold } from '../order-told.ts';
import { plainly } from '../plainly.ts';
import { propose } from '../propose-change.ts';

export const reship: Matter = {
  kind: 'reship',
  phrases: [
    'my package was returned to sender',
    'it came back to you',
    'can you send it again',
    'please send it again',
  ],
  isMeant: (text) =>
    /\breturned? to( the)? sender\b|\b(came|sent|went|going|returned|shipped) back to (you|the store|the sender|sender)\b|\b(send|ship|mail) (it|my order|my package|that|them) (again|out again|once more)\b|\bre-?ship\b|\bresend (it|my order|my package)\b/.test(
      plainly(text),
    ),
  begin: (talk) => beginChange(talk, 'reship'),
};

/** What came back goes out again once the address was checked: its city and zip, as more is said only when asked for. */
export const planReship: Plan = (step) => {
  const { talk, orderNumber, draft } = step;
  const area = orderTold(talk, orderNumber)?.shipping_to;
  if (area === undefined || talk.note?.about === 'same_address') return propose(orderNumber, draft, talk.note);
  const place = [area.city, [area.state, area.zip].filter((part) => part !== undefined).join(' ')].join(', ');
  return ask(step, {
    say: `It was going to ${place}. Is that address still right?`,
    asked: 'yes_no',
    about: 'same_address',
  });
};
