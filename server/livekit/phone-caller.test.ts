import { ParticipantInfo, ParticipantInfo_Kind } from '@livekit/protocol';
import { expect, test } from 'vitest';
import { numberIn, phoneCallerIn } from './phone-caller.ts';

test.each([
  ['"Ann" <sip:+12125550199@10.0.0.1:5070>;tag=1t1', '+12125550199'],
  ['sip:2125550199@10.0.0.1', '2125550199'],
  ['<tel:+1-212-555-0199>', '+12125550199'],
  ['<sip:%2B12125550199@provider.example;user=phone>', '+12125550199'],
  ['"Anonymous" <sip:anonymous@anonymous.invalid>', undefined],
  ['<sip:10.0.0.1>', undefined],
  ['', undefined],
  [undefined, undefined],
])('hears of %s the number %s', (header, number) => {
  expect(numberIn(header)).toBe(number);
});

test('takes for the caller only who came in by telephone', () => {
  const attributes = { 'orderline.from': '<sip:+12125550199@x>', 'orderline.to': '<sip:+12125550100@x>' };
  const agent = new ParticipantInfo({ identity: 'agent', kind: ParticipantInfo_Kind.AGENT });
  const visitor = new ParticipantInfo({ identity: 'visitor', kind: ParticipantInfo_Kind.STANDARD, attributes });
  const coming = new ParticipantInfo({ identity: 'sip_1', kind: ParticipantInfo_Kind.SIP });
  const caller = new ParticipantInfo({ identity: 'sip_1', kind: ParticipantInfo_Kind.SIP, attributes });
  expect(phoneCallerIn([agent, visitor, coming])).toBeUndefined();
  expect(phoneCallerIn([agent, visitor, caller])).toEqual({
    identity: 'sip_1',
    callerNumber: '+12125550199',
    dialledNumber: '+12125550100',
  });
});
