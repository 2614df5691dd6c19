import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { PageCaller } from '../support/page-caller.ts';

let shop: Server;
let shopUrl: string;
let stack: Stack;
let caller: PageCaller;

beforeAll(async () => {
  shop = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': strictPolicy(stack) });
    response.end(pageWithTwoLines(stack.urls.server));
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  stack = await startStack({
    environment: bareEnvironment(),
    serverEnvironment: { ALLOWED_ORIGINS: shopUrl },
  });
});
afterAll(async () => {
  await caller.close();
  await stack.stop();
  shop.close();
});

/** What a careful store allows its page: the widget's server, LiveKit, and nothing else. */
const strictPolicy = ({ urls }: Stack) =>
  [
    "default-src 'none'",
    `script-src ${urls.server}`,
    `connect-src ${urls.server} ${urls.livekit} ${urls.livekit.replace('ws', 'http')}`,
    'img-src data:',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const pageWithTwoLines = (server: string) => `<!doctype html><html lang="en"><title>A store</title>
<link rel="icon" href="data:,">
<main><h1>A store</h1></main>
<script type="module" src="${server}/widget/orderline-widget.js"></script>
<orderline-widget server="${server}"></orderline-widget>`;

test("a store's page on another origin, under a strict policy, embeds the widget in two lines", async () => {
  caller = await PageCaller.open(shopUrl);
  await caller.startCall({ withMicrophone: false });
  await caller.reads('Thanks for calling');
  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.reads('1Z999AA10123456784');
  expect(caller.complaints).toEqual([]);
});
