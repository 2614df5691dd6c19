import { expect, inject, test } from 'vitest';
import { setUpPhone } from '../../server/livekit/phone-setup.ts';
import { sipClient } from '../../server/livekit/sip-client.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, livekitUrl, livekitApiKey, livekitApiSecret } = inject('stack');
const sip = sipClient({
  url: livekitUrl,
  internalUrl: livekitUrl,
  apiKey: livekitApiKey,
  apiSecret: livekitApiSecret,
});
const phone = { numbers: ['+15550100'], allowedAddresses: ['127.0.0.1'], auth: undefined };

test('has made one trunk for this machine alone, and one rule that hides who rings', async () => {
  const trunks = await sip.listSipInboundTrunk();
  const rules = await sip.listSipDispatchRule();
  expect(trunks).toMatchObject([{ numbers: ['+15550100'], allowedAddresses: ['127.0.0.1'] }]);
  expect(rules).toMatchObject([
    {
      trunkIds: [trunks[0]?.sipTrunkId],
      hidePhoneNumber: true,
      rule: { rule: { case: 'dispatchRuleCallee', value: { roomPrefix: 'call', randomize: true } } },
      roomConfig: { emptyTimeout: 30, departureTimeout: 35, agents: [{ agentName: 'orderline' }] },
    },
  ]);
});

test('finds both again, and changes what the settings change', async () => {
  const ids = async () => [
    ...(await sip.listSipInboundTrunk()).map(({ sipTrunkId }) => sipTrunkId),
    ...(await sip.listSipDispatchRule()).map(({ sipDispatchRuleId }) => sipDispatchRuleId),
  ];
  const before = await ids();
  expect(await setUpPhone(sip, phone)).toBe(false);
  const changed = { ...phone, numbers: ['+15550100', '+15550101'], auth: { username: 'trunk', password: 'pw' } };
  expect(await setUpPhone(sip, changed)).toBe(true);
  expect(await sip.listSipInboundTrunk()).toMatchObject([{ numbers: changed.numbers, authUsername: 'trunk' }]);
  expect(await setUpPhone(sip, phone)).toBe(true);
  expect(await sip.listSipInboundTrunk()).toMatchObject([{ numbers: ['+15550100'], authUsername: '' }]);
  expect(await ids()).toEqual(before);
});

test('gives no answer at all to a number that is not ours', async () => {
  const call = SipCaller.call({ sipPort, to: '+15559999', from: '+12065550195' }, { withinMs: 2_000 });
  await expect(call).rejects.toThrow('No answer to INVITE within 2000 ms');
});
