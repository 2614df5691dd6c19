import { expect, test } from 'vitest';
import { livekitConfig } from './livekit-config.ts';

test('keeps LiveKit on loopback and tells it where its webhooks go', () => {
  const webhookUrl = 'http://127.0.0.1:3000/webhooks/livekit';
  const config = livekitConfig({ port: 7880, udpPort: 7882, apiKey: 'key', apiSecret: 's'.repeat(32), webhookUrl });
  expect(JSON.parse(config)).toMatchObject({
    bind_addresses: ['127.0.0.1'],
    rtc: { udp_port: 7882, tcp_port: 0, node_ip: '127.0.0.1', use_external_ip: false },
    keys: { key: 's'.repeat(32) },
    webhook: { api_key: 'key', urls: [webhookUrl] },
  });
});
