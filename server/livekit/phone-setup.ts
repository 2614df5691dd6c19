import { isDeepStrictEqual } from 'node:util';
import { SIPDispatchRule, SIPDispatchRuleCallee, SIPDispatchRuleInfo, SIPInboundTrunkInfo } from '@livekit/protocol';
import type { SipClient } from 'livekit-server-sdk';
import { headerAttributes } from './phone-caller.ts';
import type { PhoneConfig } from './phone-config.ts';
import { phoneRoomSettings } from './room-settings.ts';

/** By which ours are found again among others at the same LiveKit. */
const ourName = 'Orderline';

export type PhoneTrunks = Pick<
  SipClient,
  | 'listSipInboundTrunk'
  | 'createSipInboundTrunk'
  | 'updateSipInboundTrunk'
  | 'listSipDispatchRule'
  | 'createSipDispatchRule'
  | 'updateSipDispatchRule'
>;

/**
 * Sees to it that LiveKit takes the store's calls and no others: one inbound trunk and one dispatch rule, made if they are
 * not there and changed where they are not as wanted. Returns whether anything was done. Not to be run twice at once.
 */
export async function setUpPhone(sip: PhoneTrunks, phone: PhoneConfig): Promise<boolean> {
  const trunk = await setUpTrunk(sip, phone);
  const rule = await setUpRule(sip, trunk.id);
  return trunk.isChanged || rule.isChanged;
}

async function setUpTrunk(sip: PhoneTrunks, phone: PhoneConfig): Promise<{ id: string; isChanged: boolean }> {
  const wanted = new SIPInboundTrunkInfo({
    name: ourName,
    numbers: [...phone.numbers],
    allowedAddresses: [...phone.allowedAddresses],
    authUsername: phone.auth?.username ?? '',
    authPassword: phone.auth?.password ?? '',
    headersToAttributes: headerAttributes,
  });
  const existing = (await sip.listSipInboundTrunk()).find(({ name }) => name === ourName);
  if (existing === undefined) {
    const { numbers, allowedAddresses, authUsername, authPassword, headersToAttributes } = wanted;
    const options = { allowedAddresses, authUsername, authPassword, headersToAttributes };
    const { sipTrunkId } = await sip.createSipInboundTrunk(ourName, numbers, options);
    return { id: sipTrunkId, isChanged: true };
  }
  const { sipTrunkId: id } = existing;
  wanted.sipTrunkId = id;
  if (isAsWanted(existing, wanted)) return { id, isChanged: false };
  await sip.updateSipInboundTrunk(id, wanted);
  return { id, isChanged: true };
}

/**
 * Each call gets a room of its own, named after the number that was dialled: the rule by caller would put the customer's
 * number into every log.
 */
async function setUpRule(sip: PhoneTrunks, trunkId: string): Promise<{ isChanged: boolean }> {
  const roomPrefix = 'call';
  const callee = new SIPDispatchRuleCallee({ roomPrefix, randomize: true });
  const wanted = new SIPDispatchRuleInfo({
    name: ourName,
    trunkIds: [trunkId],
    rule: new SIPDispatchRule({ rule: { case: 'dispatchRuleCallee', value: callee } }),
    hidePhoneNumber: true,
    roomConfig: phoneRoomSettings(),
  });
  const existing = (await sip.listSipDispatchRule()).find(({ name }) => name === ourName);
  if (existing === undefined) {
    const { name, trunkIds, hidePhoneNumber, roomConfig } = wanted;
    await sip.createSipDispatchRule(
      { type: 'callee', roomPrefix, randomize: true },
      { name, trunkIds, hidePhoneNumber, ...(roomConfig === undefined ? {} : { roomConfig }) },
    );
    return { isChanged: true };
  }
  wanted.sipDispatchRuleId = existing.sipDispatchRuleId;
  if (isAsWanted(existing, wanted)) return { isChanged: false };
  await sip.updateSipDispatchRule(existing.sipDispatchRuleId, wanted);
  return { isChanged: true };
}

interface Comparable {
  toJson(options: { emitDefaultValues: boolean }): unknown;
}

/** Compares what we set; LiveKit adds to it (dates, settings of a newer version). */
function isAsWanted(existing: Comparable, wanted: Comparable): boolean {
  const [is, shall] = [existing, wanted].map((info) => info.toJson({ emitDefaultValues: true }) as object);
  const compared = Object.keys(shall ?? {});
  return isDeepStrictEqual(only(compared, is), only(compared, shall));
}

const only = (names: readonly string[], info: object = {}) =>
  Object.fromEntries(Object.entries(info).filter(([name]) => names.includes(name)));
