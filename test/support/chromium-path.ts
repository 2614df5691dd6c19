import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The installed browser: `CHROMIUM_PATH`, or where packages put it. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM_PATH'] ?? usualPlaces.find((place) => existsSync(place));
  if (!path) throw new Error('No Chromium found: install it (`apt-get install chromium`), or set CHROMIUM_PATH');
  return path;
}
