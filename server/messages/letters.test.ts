import { describe, expect, test } from 'vitest';
import { seedNotices } from '../../test/support/seed-notices.ts';
import { demoStoreProfile, seedNow } from '../../test/support/seed-order.ts';
import { emailFrame } from './email-frame.ts';
import { emailHtml } from './email-html.ts';
import { emailText } from './email-text.ts';
import { letterOf } from './letter-of.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { smsLength } from './sms-length.ts';
import { smsText } from './sms-text.ts';

const writing = { profile: demoStoreProfile(), now: seedNow, orderNumber: 'ORD-12345' };
const all: Notice[] = Object.values(seedNotices).flat();
const text = (notice: Notice, isFirst = false) => smsText(letterOf(notice, writing), writing, { isFirst });
const mail = (notice: Notice) => {
  const letter = letterOf(notice, writing);
  const frame = emailFrame(letter, writing);
  return { subject: letter.subject, text: emailText(letter, frame), html: emailHtml(letter, frame) };
};
const textsOf = (kind: NoticeKind) => seedNotices[kind].map((notice) => text(notice));

describe('texts', () => {
  const label = seedNotices.label_again[0]?.labelUrl ?? '';
  test.each<[NoticeKind, string[]]>([
    ['tracking_link', ['Follow order ORD-12345 at https://www.ups.com/track?tracknum=1Z999AA10123456784']],
    ['receipt', ['Order ORD-12345 of Sunday, March 1: $109.96, paid by Visa ending in 4242 and gift card.']],
    [
      'cancellation_confirmed',
      [
        'Order ORD-12345 is cancelled. $109.97 goes back to your Visa ending in 4242 within 5 to 7 business days.',
        'Cancelled from order ORD-12345: 2 x Classic Tee - Navy, Size M and 1 more. $109.97 goes back to your Visa ending in 4242.',
      ],
    ],
    ['address_changed', ["Order ORD-12345 now ships to Austin, 78704. Wasn't that you? Call us at +1 212 555 0100."]],
    ['return_created', [`Return RMA-100001: ship by Thursday, March 12. Your label: ${label}`]],
    ['exchange_created', [`Exchange RMA-100001: ship by Thursday, March 12. Your label: ${label}`]],
    [
      'claim_settled',
      [
        "We're sending you a replacement for 2 x Classic Tee - Navy, Size M and 1 more by express, free of charge. No need to send anything back.",
        '$109.97 for order ORD-12345 goes back to your Visa ending in 4242 within 5 to 7 business days. No need to send anything back.',
      ],
    ],
    [
      'return_received',
      [
        'We have your return RMA-100001. $109.97 goes back to your Visa ending in 4242 within 5 to 7 business days.',
        "We have your return RMA-100001, and we're sending the replacement.",
      ],
    ],
    [
      'decision',
      [
        'Good news about order ORD-12345: a return after the return window was approved. We are glad to help.',
        "About order ORD-12345: we're sorry, a return after the return window wasn't approved.",
      ],
    ],
    [
      'shipped',
      [
        'Order ORD-12345 has shipped. Follow it at https://www.ups.com/track?tracknum=1Z999AA10123456784',
        'Part of order ORD-12345 has shipped. Follow it at https://www.ups.com/track?tracknum=1Z999AA10123456784',
      ],
    ],
    ['delivered', ["Order ORD-12345 was delivered. Can't find it? Call us at +1 212 555 0100."]],
    [
      'change_failed',
      [
        "We're sorry, the return of order ORD-12345 didn't go through, and nothing was changed. Call us at +1 212 555 0100.",
      ],
    ],
    [
      'call_summary',
      [
        "Your return of order ORD-12345 is RMA-100001. The cancellation of order ORD-10003 isn't confirmed yet. We'll tell you how it ends.",
      ],
    ],
  ])('of the kind %s', (kind, words) => {
    expect(textsOf(kind)).toEqual(words.map((one) => `Juniper Row: ${one}`));
  });

  test.each(all.map((notice) => [notice.kind, notice] as const))(
    'a %s names the store first, leaves no placeholder, and is plain and short',
    (_kind, notice) => {
      const words = text(notice);
      expect(words).toMatch(/^Juniper Row: \S/);
      expect(words).not.toMatch(/[{}[\]]|undefined/);
      const hasSignedLink = words.includes('signature=');
      expect(smsLength(words)).toEqual({ alphabet: 'gsm', segments: hasSignedLink ? 2 : 1 });
    },
  );

  test('the first to a number says how to stop them', () => {
    const [notice] = seedNotices.delivered;
    expect(notice && text(notice, true)).toMatch(/\nReply STOP to opt out\.$/);
    expect(notice && text(notice)).not.toContain('STOP');
  });
});

describe('e-mails', () => {
  test.each(all.map((notice) => [notice.kind, notice] as const))(
    'a %s has a subject, says in both parts why it comes and how a person is reached, and asks nobody for anything',
    (_kind, notice) => {
      const { subject, text: plain, html } = mail(notice);
      expect(subject).toMatch(/^\S[^\r\n]{8,78}$/);
      for (const part of [plain, html]) {
        expect(part).toContain('re getting this email because of');
        expect(part).toContain('+1 212 555 0100');
        expect(part).not.toMatch(/[{}]{2}|\{[a-z_]+\}|undefined/);
      }
      expect(html).toContain('<html lang="en">');
      expect(html.match(/<h1 /g)).toHaveLength(1);
      expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=/);
    },
  );

  test('a receipt adds up, line by line', () => {
    const [receipt] = seedNotices.receipt;
    expect(receipt && mail(receipt).text).toBe(`Your receipt for order ORD-12345

Here is the receipt for your order ORD-12345 of Sunday, March 1.

Your items:
- 2 x Classic Tee - Navy, Size M, $29.99 each: $59.98
- Jogger Pants - Black, Size L: $49.99

What it cost:
- Subtotal: $109.97
- Discount: -$10.00
- Shipping: $9.99
- Total: $109.96

How it was paid:
- Visa ending in 4242: $89.96
- Gift card: $20.00

--

Questions? You can reach our team at +1 212 555 0100 or at help@yourstore.com, Monday to Friday, 9 AM to 6 PM ET.
You're getting this email because of your call with us about order ORD-12345.
Juniper Row
`);
  });

  test('a return has its instructions in order, and its label attached', () => {
    const [notice] = seedNotices.return_created;
    expect(notice && letterOf(notice, writing).labelOf).toBe('RMA-100001');
    expect(notice && mail(notice).text).toContain(`Your return RMA-100001 is ready. Here's how to send your items back:

1. Pack the items unused and unworn, in their original packaging.
2. Print the attached label and put it on the parcel. It is prepaid.
3. Hand the parcel to the carrier by Thursday, March 12.
4. Your refund of $109.97 will process in 5 to 7 business days after we receive it. It goes back to your original payment method.`);
  });

  test('an exchange says what is kept for the customer, and that shipping costs nothing', () => {
    const [notice] = seedNotices.exchange_created;
    const words = notice && mail(notice).text;
    expect(words).toContain("We've reserved 2 x Classic Tee - Navy, Size L for you.");
    expect(words).toContain('with no additional shipping charge');
  });

  test('what an order says is told as it is, and runs nothing', () => {
    const name = '<img src=x onerror=alert(1)> & "Tee"';
    const { html, text: plain } = mail({ kind: 'return_held', rma: 'RMA-1', items: [{ name, quantity: 1 }] });
    expect(html).toContain('1 x &lt;img src=x onerror=alert(1)&gt; &amp; &quot;Tee&quot;');
    expect(html).not.toContain('<img');
    expect(plain).toContain(name);
  });

  test('a link that is no web address is not made one', () => {
    const parcel = { carrier: 'UPS', trackingNumber: '1', url: 'javascript:alert(1)', estimatedDelivery: undefined };
    expect(() => mail({ kind: 'tracking_link', parcels: [parcel] })).toThrow('Only web addresses');
  });
});
