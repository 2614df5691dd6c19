'use strict';
// Preloaded (`node -r`) before any TypeScript is read, in syntax that every Node understands: an older one would
// only say ERR_UNKNOWN_FILE_EXTENSION.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Orderline needs Node 22.18 or newer, and this is Node ${process.versions.node} (${process.execPath}).\n` +
      'On 64-bit Linux `npm install` brings a Node 24 of its own: run it again without --omit=optional,\n' +
      'and start with `npm start` or `npm test`. Elsewhere install a newer Node from https://nodejs.org.\n',
  );
  process.exit(1);
}
