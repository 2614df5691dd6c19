import { type RedisAccess, redisForLivekit } from './redis-access.ts';

export interface LivekitSipConfigOptions {
  port: number;
  livekitUrl: string;
  apiKey: string;
  apiSecret: string;
  redis: RedisAccess | undefined;
}

/** Far from the ports that systems hand out by themselves. */
const rtpPorts = '10000-20000';

/**
 * The configuration of a livekit-sip that answers on loopback only, for its environment variable SIP_CONFIG_BODY: no
 * file is left behind, and the secret appears in no process list. It is YAML, of which JSON is a part.
 */
export function livekitSipConfig({ port, livekitUrl, apiKey, apiSecret, redis }: LivekitSipConfigOptions): string {
  return JSON.stringify({
    api_key: apiKey,
    api_secret: apiSecret,
    ws_url: livekitUrl,
    ...(redis === undefined ? {} : { redis: redisForLivekit(redis) }),
    sip_port: port,
    listen_ip: '127.0.0.1',
    nat_1_to_1_ip: '127.0.0.1',
    rtp_port: rtpPorts,
    // Kept a while after a call, so that a packet that comes late does not reach the next one.
    rtp_draining_idle_timeout: '10s',
    // Who is not on a trunk's list learns not even that somebody listens.
    hide_inbound_port: true,
    // Each line about a call has the caller's number in it.
    logging: { level: 'error' },
  });
}
