/**
 * The LIVEKIT_URL of the environment, or undefined when Orderline is to run a livekit-server itself. Throws, naming
 * what is missing, when the URL is set without its key and secret.
 */
export function ownLivekitUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment['LIVEKIT_URL'];
  if (!url) return undefined;
  const missing = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'].filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(
      `LIVEKIT_URL is set, but not ${missing.join(' and ')}. Set what is missing, or unset LIVEKIT_URL to have ` +
        'a LiveKit server run on this machine.',
    );
  }
  return url;
}
