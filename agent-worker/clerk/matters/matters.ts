import type { Matter } from '../matter.ts';
import { addressChange } from './address-change.ts';
import { cancellation } from './cancellation.ts';
import { claim } from './claim.ts';
import { anger, hello, help, thanks } from './courtesies.ts';
import { exchange } from './exchange.ts';
import { goodbye } from './goodbye.ts';
import { pace } from './pace.ts';
import { holdOn, repeat } from './pauses.ts';
import { message, person, robot } from './person.ts';
import { reship } from './reship.ts';
import { returns } from './return.ts';
import { shipping } from './shipping.ts';
import { neverMind, newOrder, startOver, voicemail } from './start-over.ts';
import { status } from './status.ts';

/** What may be said to any question. */
export const anytime: readonly Matter[] = [
  repeat,
  holdOn,
  pace,
  message,
  person,
  robot,
  startOver,
  voicemail,
  help,
  thanks,
  hello,
  goodbye,
  neverMind,
  anger,
];

/** What a caller may want: what came wrong before what is to go back. */
export const wants: readonly Matter[] = [
  newOrder,
  reship,
  claim,
  addressChange,
  cancellation,
  exchange,
  returns,
  shipping,
  status,
];

/** All of them, the first that is meant comes next: a person or a policy may be asked for in words that also name an order. */
export const matters: readonly Matter[] = [
  robot,
  message,
  person,
  repeat,
  holdOn,
  pace,
  startOver,
  voicemail,
  ...wants,
  help,
  goodbye,
  neverMind,
  thanks,
  hello,
  anger,
];
