import { log, shortuuid } from '@livekit/agents';
import type { ModelBudget, ModelPrices, ModelUsage } from '@orderline/contract/model-budget.ts';

/** What was used of models by key. */
export interface Used {
  inputTokens?: number;
  outputTokens?: number;
  heardSeconds?: number;
  spokenCharacters?: number;
}

/** Counts what a call spends on models by key, and knows when that is enough. */
export class Spending {
  readonly #budget: ModelBudget | undefined;
  #used: Required<Used> = nothing;
  #spentCents = 0;

  /** Without a budget it counts, and nothing is ever enough. */
  constructor(budget: ModelBudget | undefined) {
    this.#budget = budget;
  }

  get isOver(): boolean {
    return this.#budget !== undefined && this.#spentCents >= this.#budget.cents_left;
  }

  add(used: Used): void {
    const wasOver = this.isOver;
    const all = { ...nothing, ...used };
    this.#used = {
      inputTokens: this.#used.inputTokens + all.inputTokens,
      outputTokens: this.#used.outputTokens + all.outputTokens,
      heardSeconds: this.#used.heardSeconds + all.heardSeconds,
      spokenCharacters: this.#used.spokenCharacters + all.spokenCharacters,
    };
    this.#spentCents += this.#costOf(all);
    if (this.isOver && !wasOver)
      log().warn('The models have cost as much as they may: the built-in ones take the call from here');
  }

  /** What was used since it was asked last; undefined when nothing was. */
  takeUsage(now = new Date()): ModelUsage | undefined {
    const used = this.#used;
    if (used === nothing) return undefined;
    this.#used = nothing;
    return {
      kind: 'usage',
      id: shortuuid('usage_'),
      at: now.toISOString(),
      input_tokens: used.inputTokens,
      output_tokens: used.outputTokens,
      heard_seconds: used.heardSeconds,
      spoken_characters: used.spokenCharacters,
      cost_cents: this.#costOf(used),
    };
  }

  #costOf(used: Required<Used>): number {
    return this.#budget === undefined ? 0 : costCents(used, this.#budget.prices);
  }
}

const nothing: Required<Used> = { inputTokens: 0, outputTokens: 0, heardSeconds: 0, spokenCharacters: 0 };

function costCents(used: Required<Used>, prices: ModelPrices): number {
  return (
    (used.inputTokens * prices.input_cents_per_million_tokens) / 1e6 +
    (used.outputTokens * prices.output_cents_per_million_tokens) / 1e6 +
    (used.heardSeconds * prices.heard_cents_per_minute) / 60 +
    (used.spokenCharacters * prices.spoken_cents_per_million_characters) / 1e6
  );
}
