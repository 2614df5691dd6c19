import { expect, test } from 'vitest';
import { livekitSipConfig } from './livekit-sip-config.ts';

test('keeps livekit-sip on loopback, hidden from whom no trunk allows, and its log free of numbers', () => {
  const redis = { address: '127.0.0.1:6390', password: 'made' };
  const config = livekitSipConfig({
    port: 5060,
    livekitUrl: 'ws://127.0.0.1:7880',
    apiKey: 'key',
    apiSecret: 's'.repeat(32),
    redis,
  });
  expect(JSON.parse(config)).toMatchObject({
    ws_url: 'ws://127.0.0.1:7880',
    redis,
    sip_port: 5060,
    listen_ip: '127.0.0.1',
    nat_1_to_1_ip: '127.0.0.1',
    hide_inbound_port: true,
    logging: { level: 'error' },
  });
});
