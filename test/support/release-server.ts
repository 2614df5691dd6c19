import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { livekitServer } from '../../stack/livekit-program.ts';
import { releaseArchive } from '../../stack/livekit-release.ts';
import { standInProgram } from './stand-in-program.ts';

export interface ReleaseServerOptions {
  /** A folder for the archive. */
  folder: string;
  fault?: 'wrong sum' | 'cut short' | 'not found';
}

/** Serves a release of LiveKit as its download site does, over real HTTP; returns the address and what was asked for. */
export async function releaseServer({
  folder,
  fault,
}: ReleaseServerOptions): Promise<{ url: string; asked: string[] }> {
  const name = releaseArchive(livekitServer.version, 'linux', process.arch) ?? '';
  const contents = join(folder, 'contents');
  await mkdir(contents, { recursive: true });
  await standInProgram(contents, 'livekit-server', `echo livekit-server version ${livekitServer.version}`);
  await promisify(execFile)('tar', ['-czf', join(folder, name), '-C', contents, 'livekit-server']);
  const archive = await readFile(join(folder, name));
  const sum = fault === 'wrong sum' ? '0'.repeat(64) : createHash('sha256').update(archive).digest('hex');

  const asked: string[] = [];
  const server = createServer((request, response) => {
    const file = (request.url ?? '').split('/').at(-1) ?? '';
    asked.push(file);
    if (fault === 'not found') response.writeHead(404).end();
    else if (file === 'checksums.txt') response.end(`${sum}  ${name}\n`);
    else {
      response.writeHead(200, { 'content-length': archive.length });
      if (fault === 'cut short') response.write(archive.subarray(0, 100), () => response.destroy());
      else response.end(archive);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked };
}
