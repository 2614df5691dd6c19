import type { DenoiseState, Rnnoise } from '@shiguredo/rnnoise-wasm';

let loaded: Rnnoise | undefined;
let loading: Promise<Rnnoise> | undefined;

/**
 * Loads RNNoise, which takes 0.1 s and 50 MB: only the calls that need it do.
 * @throws when it cannot be loaded
 */
export async function loadRnNoise(): Promise<void> {
  loading ??= load();
  loaded = await loading;
}

/** @throws when it has not been loaded */
export function newDenoiser(): DenoiseState {
  if (!loaded) throw new Error('RNNoise is not loaded yet');
  return loaded.createDenoiseState();
}

/** It was built for browsers and asks for one by this name, though it needs nothing of it; the name is there meanwhile. */
async function load(): Promise<Rnnoise> {
  const browser = { WorkerGlobalScope: Object, self: globalThis };
  const missing = Object.entries(browser).filter(([name]) => !(name in globalThis));
  for (const [name, value] of missing) Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    const { Rnnoise: rnNoise } = await import('@shiguredo/rnnoise-wasm');
    return await rnNoise.load();
  } finally {
    for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
  }
}
