/** How a Redis is reached. */
export interface RedisAccess {
  /** `host:port` */
  address: string;
  username?: string;
  password?: string;
  database?: number;
  isTls?: boolean;
}

/**
 * The REDIS_URL of the environment, or undefined when Orderline is to run a Redis itself. Throws, without the URL, which
 * may hold a password, when it is none.
 */
export function ownRedis(environment: NodeJS.ProcessEnv): RedisAccess | undefined {
  const text = environment['REDIS_URL'];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = Number(url?.pathname.slice(1) || 0);
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || !url.hostname || !Number.isInteger(database)) {
    throw new Error(
      'REDIS_URL is not a URL like redis://127.0.0.1:6379 or rediss://user:password@redis.example:6380/0.',
    );
  }
  return {
    address: `${url.hostname}:${url.port || 6379}`,
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(database > 0 ? { database } : {}),
    ...(url.protocol === 'rediss:' ? { isTls: true } : {}),
  };
}

/** The same as the `redis` key that LiveKit's programs take. */
export function redisForLivekit({ address, username, password, database, isTls }: RedisAccess): object {
  return {
    address,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { db: database }),
    ...(isTls === true ? { tls: { enabled: true } } : {}),
  };
}
