/** Reads variables of one kind each, and collects what is wrong with them instead of stopping at the first. */
export class EnvironmentReader {
  readonly problems: string[] = [];
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** An empty variable counts as one that is not set. */
  text(name: string, otherwise: string): string {
    return this.#environment[name]?.trim() || otherwise;
  }

  /** `meaning` is shown when it is missing. */
  required(name: string, meaning: string): string {
    const value = this.text(name, '');
    if (value === '') this.problems.push(`${name} is missing: ${meaning}`);
    return value;
  }

  secret(name: string, meaning: string): string {
    const value = this.required(name, meaning);
    if (value !== '' && value.length < 32) {
      this.problems.push(`${name} is too short: use at least 32 random characters`);
    }
    return value;
  }

  /** A whole number of at most `maximum`. */
  count(name: string, otherwise: number, maximum: number = Number.MAX_SAFE_INTEGER): number {
    const value = Number(this.text(name, String(otherwise)));
    if (Number.isInteger(value) && value >= 0 && value <= maximum) return value;
    this.problems.push(`${name} is not a whole number${maximum < Number.MAX_SAFE_INTEGER ? ` up to ${maximum}` : ''}`);
    return otherwise;
  }

  /** A URL that may be absent, when `otherwise` is empty. */
  url(name: string, protocols: readonly string[], otherwise: string): string {
    return this.#checkedUrl(name, protocols, this.text(name, otherwise));
  }

  requiredUrl(name: string, protocols: readonly string[], meaning: string): string {
    return this.#checkedUrl(name, protocols, this.required(name, meaning));
  }

  /** What stands between commas. */
  list(name: string): string[] {
    return this.text(name, '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** A comma-separated list of origins, each exactly as browsers send it. */
  origins(name: string): string[] {
    const origins = this.list(name);
    for (const origin of origins.filter((text) => !isOrigin(text))) {
      this.problems.push(`${name} has ${origin}, which is not an origin like https://shop.example`);
    }
    return origins;
  }

  #checkedUrl(name: string, protocols: readonly string[], value: string): string {
    if (value !== '' && !protocols.includes(protocolOf(value))) {
      this.problems.push(`${name} is not a URL that starts with ${protocols.join('// or ')}//`);
    }
    return value;
  }
}

const protocolOf = (value: string) => (URL.canParse(value) ? new URL(value).protocol : '');

const isOrigin = (value: string) => /^https?:$/.test(protocolOf(value)) && new URL(value).origin === value;
