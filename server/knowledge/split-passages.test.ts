import { expect, test } from 'vitest';
import { splitPassages } from './split-passages.ts';

test('cuts a document at its headings and keeps those above each passage', () => {
  const markdown = '# Title\n\nAbout.\n\n## One\n\n- a\n- b\n\n### Deep\nd\n\n## Empty\n\n## Two\r\n\r\ne\r\n';
  expect(splitPassages(markdown)).toEqual({
    title: 'Title',
    passages: [
      { headings: [], text: 'About.' },
      { headings: ['One'], text: '- a\n- b' },
      { headings: ['One', 'Deep'], text: 'd' },
      { headings: ['Two'], text: 'e' },
    ],
  });
});
