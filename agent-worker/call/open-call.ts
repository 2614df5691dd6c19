import { log, type voice } from '@livekit/agents';
import type { SpokenClauses } from '../models/spoken-clauses.ts';
import { untilAnswered } from '../phone/until-answered.ts';
import { speechTransform } from '../saying/speech-transform.ts';
import type { CallJob } from './call-job.ts';
import type { CallState } from './call-state.ts';
import { sayAside } from './say-aside.ts';

/** What a new call begins with: who is speaking, the store's opening, and on the phone its menu. */
function greetingOf({ channel, profile }: CallState): string {
  const { automated_notice, opening, phone_menu } = profile.phrases;
  return [automated_notice, opening, ...(channel === 'phone' ? [phone_menu] : [])].join(' ');
}

/**
 * Makes the audio of the greeting and of the other set phrases while the visitor is still on the way: what they then
 * hear begins at once. A phrase that cannot be prepared is made when it is said.
 */
export async function prepareSpeech(call: CallState, voice: SpokenClauses): Promise<void> {
  const { phrases } = call.profile;
  const first = call.isResumed ? phrases.back_again : greetingOf(call);
  const others = [phrases.ask_order_number, phrases.ask_email, phrases.did_not_catch, phrases.anything_else];
  const last = [phrases.goodbye, phrases.trouble];
  try {
    for (const phrase of [first, ...others, ...last]) {
      if (call.isOver) return;
      await voice.prepare(await spoken(phrase, call));
    }
  } catch (error) {
    log().warn({ error }, 'The set phrases could not be prepared');
  }
}

interface Opening {
  job: CallJob;
  session: voice.AgentSession;
  call: CallState;
  owesAnswer: boolean;
}

/**
 * Waits for the customer and greets by voice; in a call that was going on already, says so and goes on. A visitor who
 * never comes is waited for until the room closes.
 */
export async function openCall({ job, session, call, owesAnswer }: Opening): Promise<void> {
  // Otherwise the room is gone, and with it the call: whoever watches the room ends it.
  if (!(await isThere(job, call)) || call.isOver) return;
  call.phase = 'talking';
  if (!call.isResumed) {
    session.say(greetingOf(call));
    return;
  }
  sayAside({ aside: 'back_again', text: call.profile.phrases.back_again }, { session, call });
  // A read-back that is still open is asked once more: what was heard of it died with the job before.
  if (owesAnswer || call.confirmation.words !== undefined) session.generateReply();
}

/** Resolves with true once the customer can hear: in the room, and on the phone answered. */
async function isThere(job: CallJob, { channel, customerIdentity }: CallState): Promise<boolean> {
  try {
    const customer = await job.waitForParticipant(customerIdentity);
    return channel === 'web' || (await untilAnswered(job.room, customer));
  } catch {
    return false;
  }
}

/** The phrase as the voice gets it: the same way as everything that is said. */
async function spoken(phrase: string, { today, profile }: CallState): Promise<string> {
  let text = '';
  const written = new ReadableStream<string>({
    start(controller) {
      controller.enqueue(phrase);
      controller.close();
    },
  });
  for await (const piece of speechTransform(written, { today, timeZone: profile.time_zone })) text += piece;
  return text;
}
