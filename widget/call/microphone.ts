/**
 * Why there is no microphone:
 * - `denied`: the visitor or the browser's policy said no
 * - `no-device`, `busy`: none plugged in; another program holds it
 * - `insecure`: the page is not served over HTTPS, so browsers offer none
 * - `unplugged`: it went away during the call
 * - `failed`: anything else
 */
export type MicrophoneRefusal = 'denied' | 'no-device' | 'busy' | 'insecure' | 'unplugged' | 'failed';

export type MicrophoneState =
  | { kind: 'off' }
  | { kind: 'asking' }
  | { kind: 'on'; track: MediaStreamTrack }
  | { kind: 'muted'; track: MediaStreamTrack }
  | { kind: 'unavailable'; reason: MicrophoneRefusal };

export type MicrophoneAnswer =
  { status: 'granted'; track: MediaStreamTrack } | { status: 'refused'; reason: MicrophoneRefusal };

export type RequestMicrophone = () => Promise<MicrophoneAnswer>;

/** Shows the browser's prompt where it is needed. */
export async function requestMicrophone(): Promise<MicrophoneAnswer> {
  if (!isSecureContext || !('mediaDevices' in navigator)) return { status: 'refused', reason: 'insecure' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    const [track] = stream.getAudioTracks();
    return track === undefined ? { status: 'refused', reason: 'no-device' } : { status: 'granted', track };
  } catch (error) {
    return { status: 'refused', reason: refusalOf(error) };
  }
}

/** Whether the microphone can be had without a prompt, so that a reloaded page may take it up again by itself. */
export async function isMicrophoneGranted(): Promise<boolean> {
  try {
    const permission = await navigator.permissions.query({ name: 'microphone' });
    return permission.state === 'granted';
  } catch {
    // Browsers without this permission name cannot say; asking again by a click is the safe answer.
    return false;
  }
}

/** Names by https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
export function refusalOf(error: unknown): MicrophoneRefusal {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
