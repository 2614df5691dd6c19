import type { ConversationItem } from '@orderline/contract/conversation.ts';
import type { PendingProposal, ProposalResponse } from '@orderline/contract/proposal.ts';
import { hearYesNo, type YesNo } from '../hearing/hear-yes-no.ts';
import { acceptProposal, declineProposal, toldInTime, type ProposalMeans } from './answer-proposal.ts';
import type { IncomingTurn } from './incoming-turn.ts';

/** What is read back to the caller, and answered by their next turn. */
interface ReadBack {
  readonly proposalId: string;
  readonly orderNumber: string;
  readonly say: string;
  readonly textsFor: string | undefined;
}

type Stage =
  | { readonly is: 'idle' }
  | { readonly is: 'to ask about texts' | 'asked about texts'; readonly of: ReadBack }
  /** `misses`: how often it was read without a clear answer. */
  | { readonly is: 'to read' | 'read'; readonly of: ReadBack; readonly misses: number }
  /** The agent has said something else since: what the caller says now may answer that. */
  | { readonly is: 'to read anew'; readonly of: ReadBack; readonly misses: number }
  /** Answered; what came of it is still to be told. */
  | { readonly is: 'answered'; readonly told: Promise<string>; readonly outcome: Outcome };

type Outcome = 'accepted' | 'declined';

/** Stays on the agent's message, and tells what was said with it. */
export interface ConfirmationMark {
  readonly readsBack?: string;
  readonly asksAboutTexts?: true;
  readonly tells?: Outcome;
}

/** What the worker says itself, word for word, before any model is asked. */
export interface OwnWords {
  readonly text: Promise<string>;
  readonly mark: ConfirmationMark;
  /** The question is open, and nothing more is said; or the conversation goes on from there. */
  readonly then: 'wait' | 'go on';
}

/** Read once, and once more (DESIGN §6, confirmation). */
const mostReadings = 2;

/**
 * The one way from a proposal to a change. The worker speaks the read-back itself and hears the answer to it; no model
 * accepts anything. Whatever the agent says in between makes it read anew. The server checks all of it again.
 */
export class Confirmation {
  readonly #means: ProposalMeans;
  #stage: Stage = { is: 'idle' };
  #carriedOut: Promise<unknown> = Promise.resolve();

  constructor(means: ProposalMeans) {
    this.#means = means;
  }

  /** A new proposal takes the place of the one before, here as on the server. */
  propose(proposal: ProposalResponse): void {
    const sends = proposal.consequences.sends.filter(({ by }) => by === 'sms');
    const isAsk = proposal.texting === 'ask' && sends.length > 0;
    // A label's read-back names the text, so that one yes answers both.
    const isNamed = sends.some(({ what }) => what === 'return_label');
    const of = readBackOf(proposal, isAsk && isNamed ? proposal.order_number : undefined);
    this.#stage = isAsk && !isNamed ? { is: 'to ask about texts', of } : { is: 'to read', of, misses: 0 };
  }

  /**
   * Goes on where a job that died has left. A read-back that was answered is answered again: the server tells what came
   * of it, once and for all.
   */
  resume(conversation: readonly ConversationItem[], pending: PendingProposal | undefined): void {
    const turns = conversation.filter((item) => item.kind === 'turn');
    // An aside before the answer voids the read-back; one after it, as of a job that died as well, does not.
    const lastAt = turns.findLastIndex(({ aside }) => aside === undefined);
    const [before, last] = [turns[lastAt - 1], turns[lastAt]];
    if (pending !== undefined) this.#stage = { is: 'to read', of: readBackOf(pending, undefined), misses: 0 };
    if (last?.role !== 'customer' || before?.reads_back === undefined || before.was_interrupted === true) return;
    const of = { proposalId: before.reads_back, orderNumber: '', say: before.text, textsFor: undefined };
    this.#stage = { is: 'read', of: pending === undefined ? of : readBackOf(pending, undefined), misses: 0 };
    this.hear({ id: last.id, text: last.text, by: last.by });
  }

  /** Resolves when the change that was agreed to is done, or is not to be done: the caller may have gone on without it. */
  get carriedOut(): Promise<unknown> {
    return this.#carriedOut;
  }

  /** A question is open that the caller answers with yes or no. */
  get isAsking(): boolean {
    return this.#stage.is === 'read' || this.#stage.is === 'asked about texts';
  }

  /** What is to be said next; asking changes nothing, for a reply may be made speculatively and thrown away. */
  get words(): OwnWords | undefined {
    const stage = this.#stage;
    const { phrases } = this.#means;
    switch (stage.is) {
      case 'to ask about texts':
        return { text: Promise.resolve(phrases.may_we_text), mark: { asksAboutTexts: true }, then: 'wait' };
      case 'to read':
      case 'to read anew': {
        const say = stage.misses === 0 ? stage.of.say : `${phrases.did_not_catch} ${stage.of.say}`;
        return { text: Promise.resolve(say), mark: { readsBack: stage.of.proposalId }, then: 'wait' };
      }
      case 'answered':
        return { text: stage.told, mark: { tells: stage.outcome }, then: 'go on' };
      case 'idle':
      case 'read':
      case 'asked about texts':
        return undefined;
    }
  }

  /** Told of everything the agent has said; `mark` is that of the words above. */
  onSpoken(mark: ConfirmationMark, { wasInterrupted }: { wasInterrupted: boolean }): void {
    const stage = this.#stage;
    switch (stage.is) {
      case 'to ask about texts':
        if (mark.asksAboutTexts === true) this.#stage = { ...stage, is: 'asked about texts' };
        return;
      case 'to read':
      case 'to read anew':
        if (mark.readsBack === stage.of.proposalId && !wasInterrupted) this.#stage = { ...stage, is: 'read' };
        return;
      case 'read':
        this.#stage = { ...stage, is: 'to read anew' };
        return;
      case 'asked about texts':
        this.#stage = { ...stage, is: 'to ask about texts' };
        return;
      case 'answered':
        if (mark.tells !== undefined) this.#stage = { is: 'idle' };
        return;
      case 'idle':
        return;
    }
  }

  /**
   * The caller's turn, when it is complete: whether it was the answer to an open question. Then the reply to it begins with
   * the words above, and a reply that was begun before is thrown away.
   */
  hear(turn: IncomingTurn): boolean {
    const stage = this.#stage;
    const answer = answerIn(turn, this.#question);
    switch (stage.is) {
      case 'idle':
      case 'answered':
        return false;
      case 'to ask about texts':
        return true;
      case 'asked about texts':
        if (answer !== 'unclear') this.#answerTexting(stage.of.orderNumber, answer, turn);
        this.#stage = { is: 'to read', of: stage.of, misses: 0 };
        return true;
      case 'to read anew':
        if (answer === 'no') this.#decline(stage.of);
        else this.#stage = { ...stage, is: 'to read' };
        return true;
      case 'to read':
      case 'read': {
        const misses = stage.misses + 1;
        // A yes counts only to what was read to its end; a no always does.
        if (stage.is === 'read' && answer === 'yes') this.#accept(stage.of, turn);
        else if (answer === 'no' || misses >= mostReadings) this.#decline(stage.of);
        else this.#stage = { is: 'to read', of: stage.of, misses };
        return true;
      }
    }
  }

  /** What the caller is answering, word for word. */
  get #question(): string | undefined {
    const stage = this.#stage;
    if (stage.is === 'asked about texts') return this.#means.phrases.may_we_text;
    return 'of' in stage ? stage.of.say : undefined;
  }

  #accept({ proposalId, textsFor }: ReadBack, turn: IncomingTurn): void {
    const outcome = acceptProposal({ proposalId, textsFor, turn }, this.#means);
    this.#carriedOut = outcome;
    this.#stage = { is: 'answered', told: toldInTime(outcome, this.#means.phrases), outcome: 'accepted' };
  }

  #decline({ proposalId }: ReadBack): void {
    this.#stage = { is: 'answered', told: declineProposal(proposalId, this.#means), outcome: 'declined' };
  }

  #answerTexting(orderNumber: string, answer: 'yes' | 'no', turn: IncomingTurn): void {
    const { desk, events } = this.#means;
    const keep = () => desk.answerTexting({ orderNumber }, { answer, turn_id: turn.id });
    // Unkept, it is as if nobody had asked: the message goes by e-mail.
    void events
      .stored()
      .then(keep, keep)
      .catch(() => undefined);
  }
}

const readBackOf = (proposal: PendingProposal, textsFor: string | undefined): ReadBack => ({
  proposalId: proposal.proposal_id,
  orderNumber: proposal.order_number,
  say: proposal.say,
  textsFor,
});

/** On the phone 1 is yes and 2 is no. */
function answerIn({ text, by }: IncomingTurn, question: string | undefined): YesNo {
  if (by !== 'keys') return hearYesNo(text, question);
  return text === '1' ? 'yes' : text === '2' ? 'no' : 'unclear';
}
