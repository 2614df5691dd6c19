import type { Kysely } from 'kysely';
import type { Database } from '../../../server/database/schema.ts';
import { isSilent } from '../../support/phone-sound.ts';
import { g722 } from '../../support/rtp-line.ts';
import { SipCaller } from '../../support/sip-caller.ts';
import type { CallerLine } from './caller-line.ts';

interface Telephone {
  readonly sipPort: number;
  readonly database: Kysely<Database>;
  /** Its own number, by which its call is found. */
  readonly from: string;
}

/** A telephone that has dialled the store over real SIP, in wideband. */
export async function phoneLine({ sipPort, database, from }: Telephone): Promise<CallerLine> {
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from, codec: g722 });
  const newest = database
    .selectFrom('calls')
    .select('id')
    .where('caller_number', '=', from)
    .orderBy('opened_at', 'desc');
  return {
    callId: async () => (await newest.executeTakeFirst())?.id,
    speak: (words) => caller.speak(words),
    key: (keys) => caller.key(keys),
    isSilent: (forMs) => isSilent(caller.line, forMs),
    hangUp: () => caller.hangUp(),
  };
}
