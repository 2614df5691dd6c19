import type { Matter } from '../matter.ts';
import { unavailableChanges } from './changes.ts';
import { anger, hello, help, thanks } from './courtesies.ts';
import { goodbye } from './goodbye.ts';
import { pace } from './pace.ts';
import { holdOn, repeat } from './pauses.ts';
import { person, robot } from './person.ts';
import { shipping } from './shipping.ts';
import { status } from './status.ts';

/** What may be said to any question. */
export const anytime: readonly Matter[] = [repeat, holdOn, pace, person, robot, help, thanks, hello, goodbye, anger];

/** What a caller may want. */
export const wants: readonly Matter[] = [shipping, unavailableChanges, status];

/** All of them, the first that is meant comes next: a person or a policy may be asked for in words that also name an order. */
export const matters: readonly Matter[] = [
  robot,
  person,
  repeat,
  holdOn,
  pace,
  ...wants,
  help,
  goodbye,
  thanks,
  hello,
  anger,
];
