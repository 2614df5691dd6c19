import { expect, test } from 'vitest';
import { apiDocument } from './api-view.ts';

const page = apiDocument({
  openapi: '3.1.0',
  info: { title: 'Calls & orders', version: '1', description: 'See `code`.' },
  tags: [{ name: 'visit', description: 'Pages' }, { name: 'empty' }],
  paths: {
    '/api/token': {
      post: {
        summary: 'Open a <call>',
        tags: ['visit'],
        security: [{ visitToken: [] }],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 201: { description: 'Done' }, 400: { description: '`malformed`' } },
      },
    },
  },
});

test('shows each endpoint under its tag, with its token and its answers', () => {
  expect(page).toContain('<h2>visit</h2>');
  expect(page).toContain('<code>/api/token</code>');
  expect(page).toContain('<code>visitToken</code>');
  expect(page).toContain('<th>400</th><td><code>malformed</code></td>');
});

test('leaves out a tag without endpoints', () => {
  expect(page).not.toContain('empty');
});

test('renders every text as text', () => {
  expect(page).toContain('Open a &lt;call&gt;');
  expect(page).toContain('<h1>Calls &amp; orders API</h1>');
});

test('needs no script and no inline style, which the policy of the page forbids', () => {
  expect(page).not.toMatch(/<script|<style|style=|\son\w+=/i);
});
