import { expect, test } from 'vitest';
import { splitLinks } from './links.ts';

const links = (text: string) => splitLinks(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

test('an address becomes a link, and the sentence around it stays', () => {
  expect(splitLinks('Track it at https://yourstore.com/track. Thanks!')).toEqual([
    { kind: 'text', text: 'Track it at ' },
    { kind: 'link', text: 'https://yourstore.com/track', href: 'https://yourstore.com/track' },
    { kind: 'text', text: '. Thanks!' },
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://a.example',
  'yourstore.com',
  'file:///etc/passwd',
  'http://',
])('%s stays text', (text) => {
  expect(splitLinks(text)).toEqual([{ kind: 'text', text }]);
});

test('markup around an address does not become part of it', () => {
  expect(links('<a href="https://a.example/x">https://b.example</a>')).toEqual([
    'https://a.example/x',
    'https://b.example/',
  ]);
});

test('nothing of the text is lost or doubled', () => {
  const text = 'a http://one.example, (https://two.example/?q=1&r=2) z';
  expect(
    splitLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
