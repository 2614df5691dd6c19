import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isAlive } from '../../stack/end-process.ts';
import { freePort } from '../../stack/free-port.ts';
import { PartLog } from '../../stack/part-log.ts';
import type { Progress } from '../../stack/progress.ts';
import { type Part, PartFailedError, type PartPlan, supervise } from '../../stack/supervise.ts';
import { untilHttpOk } from '../../stack/until-http-ok.ts';
import { patience } from '../support/patience.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Serves HTTP, and has started a child that would outlive it. */
const partScript = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
console.log('child ' + child.pid);
require('node:http').createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');
`;

interface Scene {
  folder: string;
  plan: PartPlan;
  events: Progress[];
}

async function scene(script: string): Promise<Scene> {
  const folder = await temporaryFolder();
  const path = join(folder, 'part.cjs');
  await writeFile(path, script);
  const port = await freePort();
  const plan: PartPlan = {
    name: 'part',
    command: process.execPath,
    args: [path],
    env: { PORT: String(port) },
    ending: { signal: 'SIGTERM', graceMs: 2000 },
    untilReady: (signal) => untilHttpOk(`http://127.0.0.1:${port}/`, signal),
    startTimeoutMs: 10_000,
  };
  return { folder, plan, events: [] };
}

async function start({ folder, plan, events }: Scene) {
  const report = (event: Progress) => void events.push(event);
  const part = await supervise(plan, { log: new PartLog(join(folder, 'logs'), 'part'), report });
  onTestFinished(() => part.stop());
  return part;
}

/** The child that the part said it has. */
async function childOf({ logPath }: Part): Promise<number> {
  return Number(/^child (\d+)$/m.exec(await readFile(logPath, 'utf8'))?.[1]);
}

test('ends a part with everything it started', async () => {
  const its = await scene(partScript);
  const part = await start(its);
  const pid = part.pid ?? 0;
  const child = await childOf(part);
  expect([isAlive(pid), isAlive(child)]).toEqual([true, true]);
  await part.stop();
  expect([isAlive(pid), isAlive(child)]).toEqual([false, false]);
  expect(its.events.filter(({ kind }) => kind === 'part_died')).toEqual([]);
});

test('starts a killed part again, without the children of the first, and tells why', async () => {
  const its = await scene(partScript);
  const part = await start(its);
  const first = part.pid ?? 0;
  const child = await childOf(part);
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(its.events).toContainEqual({ kind: 'part_back', part: 'part' }), patience);
  expect(part.pid).not.toBe(first);
  expect(isAlive(child)).toBe(false);
  expect(its.events.find(({ kind }) => kind === 'part_died')).toMatchObject({
    reason: 'killed by SIGKILL',
    lastLines: [`child ${child}`],
  });
});

test('gives the last words of a part that does not come up, and does not try it again', async () => {
  const its = await scene(`console.error('store.yaml: no such line'); process.exit(3)`);
  const failure = await start(its).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PartFailedError);
  expect(failure).toMatchObject({ reason: 'ended with code 3', lastLines: ['store.yaml: no such line'] });
});

test('gives up a part that never serves', async () => {
  const its = await scene(`console.log('thinking'); setInterval(() => {}, 1000)`);
  its.plan.startTimeoutMs = 500;
  await expect(start(its)).rejects.toMatchObject({ reason: 'was not ready after 0.5 s', lastLines: ['thinking'] });
});

test('says what cannot be run at all', async () => {
  const its = await scene('');
  its.plan.command = '/nowhere/postgres';
  await expect(start(its)).rejects.toMatchObject({ reason: 'spawn /nowhere/postgres ENOENT' });
});

test('keeps what a part writes in its log', async () => {
  const its = await scene(partScript);
  const part = await start(its);
  expect(await readFile(part.logPath, 'utf8')).toMatch(/^child \d+\n$/);
});
