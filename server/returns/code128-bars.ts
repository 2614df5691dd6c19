import bwipjs from 'bwip-js/node';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** ISO/IEC 15417: so many modules stay blank on either side. */
const quietModules = 10;

/** The bars of a Code 128 barcode of `text`, which fill the box but for its quiet zones; in its unit. */
export function code128Bars(text: string, { x, y, width, height }: Box): Box[] {
  const [code] = bwipjs.raw('code128', text, '');
  if (code === undefined || !('sbs' in code)) throw new Error('A Code 128 barcode is bars and spaces');
  // Bars and spaces in turn, each by its modules.
  const runs = code.sbs;
  const modules = runs.reduce((sum, run) => sum + run, 2 * quietModules);
  const moduleWidth = width / modules;
  const bars: Box[] = [];
  let at = quietModules;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 0) bars.push({ x: x + at * moduleWidth, y, width: run * moduleWidth, height });
    at += run;
  }
  return bars;
}
