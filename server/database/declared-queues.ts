import type { Kysely } from 'kysely';
import { PgBoss, type Queue } from 'pg-boss';
import { jobDatabase } from './job-database.ts';
import type { Database } from './schema.ts';

export type QueueSettings = Pick<Queue, 'retryLimit' | 'expireInSeconds' | 'deadLetter' | 'policy'>;

const settingsOfAll = {
  retryLimit: 12,
  expireInSeconds: 60,
  retryDelay: 5,
  retryDelayMax: 30 * 60,
  retryBackoff: true,
  notify: true,
} as const;

/** The queues of pg-boss: each is made when it is first needed, and then has the settings of this release. */
export class DeclaredQueues {
  /** Serves what any connection can do; it is never started. */
  readonly boss: PgBoss;
  readonly #settings = new Map<string, QueueSettings>();
  readonly #made = new Map<string, Promise<void>>();

  constructor(database: Kysely<Database>) {
    this.boss = new PgBoss({ db: jobDatabase(database), useListenNotify: true, openTelemetry: { enabled: false } });
  }

  declare(name: string, settings: QueueSettings): void {
    if (this.#settings.has(name)) throw new Error(`The jobs called ${name} have a handler already`);
    this.#settings.set(name, settings);
  }

  /** Resolves when the queue is there; asks the database once. */
  ensure(name: string): Promise<void> {
    const made = this.#made.get(name) ?? this.#make(name);
    this.#made.set(name, made);
    made.catch(() => this.#made.delete(name));
    return made;
  }

  async #make(name: string): Promise<void> {
    const { policy = 'standard', ...declared } = this.#settings.get(name) ?? {};
    const settings = { ...settingsOfAll, ...declared };
    if (settings.deadLetter !== undefined) await this.ensure(settings.deadLetter);
    await this.boss.createQueue(name, { ...settings, policy });
    // One that an earlier release made keeps its settings otherwise.
    await this.boss.updateQueue(name, settings);
  }
}
