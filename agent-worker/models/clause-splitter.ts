/** A first clause may be cut short, so that the caller hears something early; shorter than this sounds like a stutter. */
const shortestFirstClause = 12;
/** A longer first clause would keep the caller waiting for its voice: it is cut before one of these words. */
const longestFirstClause = 60;
const joint = /\s(?=(?:and|but|or|because|which|that|with|so|if|when|on|in|to|for|from|at|of|the|your)\s)/g;
/** Longer runs without a full stop are cut where a speaker would breathe. */
const longestClause = 180;

const sentenceEnd = /[.!?…](?=["')\]]*\s)["')\]]*\s+/g;
const breath = /[,;:—–](?=\s)\s+/g;

/**
 * Cuts text that arrives in pieces into clauses that can be spoken one after the other: the first at its first pause,
 * the others at the end of their sentences. The framework's own splitter waits for the next sentence to begin, and
 * glues short ones together, which costs the caller a second of silence.
 */
export class ClauseSplitter {
  #text = '';
  #isFirst = true;

  /** @returns the clauses that are complete now */
  push(piece: string): string[] {
    this.#text += piece;
    const clauses: string[] = [];
    for (let clause = this.#next(); clause !== undefined; clause = this.#next()) clauses.push(clause);
    return clauses;
  }

  /** @returns what is left, when no more text comes */
  end(): string[] {
    const rest = this.#text.trim();
    this.#text = '';
    return rest === '' ? [] : [rest];
  }

  #next(): string | undefined {
    const end = this.#isFirst
      ? this.#endOfFirst()
      : (firstEnd([sentenceEnd], this.#text, 1) ?? this.#breathOfLongRun());
    if (end === undefined) return undefined;
    const clause = this.#text.slice(0, end).trim();
    this.#text = this.#text.slice(end);
    this.#isFirst = false;
    return clause;
  }

  /** The same, whether the text comes at once or in pieces: what was prepared must be found again. */
  #endOfFirst(): number | undefined {
    const end = firstEnd([sentenceEnd, breath], this.#text, shortestFirstClause);
    if (this.#text.length < longestFirstClause || (end !== undefined && end <= longestFirstClause)) return end;
    const start = this.#text.slice(0, longestFirstClause);
    const cut = [...start.matchAll(joint)].findLast(({ index }) => index >= longestFirstClause / 3);
    return cut === undefined ? end : cut.index + cut[0].length;
  }

  #breathOfLongRun(): number | undefined {
    if (this.#text.length < longestClause) return undefined;
    return firstEnd([breath], this.#text, longestClause / 2) ?? firstEnd([/\s+/g], this.#text, longestClause / 2);
  }
}

/** Where the earliest match that leaves at least `shortest` characters before it ends. */
function firstEnd(patterns: RegExp[], text: string, shortest: number): number | undefined {
  const ends = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => match.index + 1 >= shortest)
      .map((match) => match.index + match[0].length)
      .slice(0, 1),
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}
