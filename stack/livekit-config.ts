import { type RedisAccess, redisForLivekit } from './redis-access.ts';

export interface LivekitConfigOptions {
  port: number;
  udpPort: number;
  apiKey: string;
  apiSecret: string;
  /** Receives LiveKit's webhooks, signed with the API key. */
  webhookUrl: string;
  /** Through which livekit-sip finds it; without a phone, one server needs none. */
  redis?: RedisAccess | undefined;
}

/**
 * The configuration of a livekit-server that listens on loopback only, for its environment variable LIVEKIT_CONFIG:
 * no file is left behind, and the secret appears in no process list. It is YAML, of which JSON is a part; unknown keys
 * make the server refuse to start.
 */
export function livekitConfig({ port, udpPort, apiKey, apiSecret, webhookUrl, redis }: LivekitConfigOptions): string {
  return JSON.stringify({
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      udp_port: udpPort,
      // The TCP port would listen on every interface; on loopback UDP always gets through.
      tcp_port: 0,
      use_external_ip: false,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
    },
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    ...(redis === undefined ? {} : { redis: redisForLivekit(redis) }),
  });
}
