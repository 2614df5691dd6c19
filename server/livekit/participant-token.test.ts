import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { participantToken } from './participant-token.ts';

const livekit = { url: 'ws://media.example', internalUrl: 'ws://media.example', apiKey: 'key', apiSecret: 'secret' };

test('lets a customer into one room, to speak, to hear and to type, for five minutes, and nothing else', async () => {
  const token = await participantToken(livekit, { room: 'call_1', identity: 'customer_1' });
  const { nbf = 0, exp = 0, ...claims } = decodeJwt(token);
  expect(claims).toEqual({
    iss: 'key',
    sub: 'customer_1',
    video: {
      room: 'call_1',
      roomJoin: true,
      canPublish: true,
      canPublishSources: ['microphone'],
      canSubscribe: true,
      canPublishData: true,
      canUpdateOwnMetadata: false,
    },
  });
  expect(exp - nbf).toBe(300);
});
