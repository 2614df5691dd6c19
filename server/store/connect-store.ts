import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { Database } from '../database/schema.ts';
import { builtInStore } from './built-in-store.ts';
import { remoteStore } from './remote-store.ts';
import type { StoreConnector } from './store-connector.ts';

/** The store's own order API where one is configured, else the built-in orders. */
export const connectStore = ({ storeApi }: Pick<Config, 'storeApi'>, database: Kysely<Database>): StoreConnector =>
  storeApi === undefined ? builtInStore(database) : remoteStore(storeApi);
