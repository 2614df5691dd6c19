/** A program of LiveKit that is run here, at the version Orderline is built and tested with. */
export interface LivekitProgram {
  /** Its name on the PATH; `stack/<name>/go.mod` pins the same version. */
  name: 'livekit-server' | 'livekit-sip';
  version: string;
  /** Whether LiveKit publishes archives of it. */
  hasReleases: boolean;
  goPackage: string;
  /** Go's linker sets it where the source itself does not tell the version. */
  versionVariable?: string;
  /** Libraries in C that a build needs, by their names in pkg-config and in Debian. */
  libraries: readonly { pkgConfig: string; debianPackage: string }[];
  /** What to do when none can be got. */
  advice: string;
}

const goOnThePath = 'Go 1.26 or newer (https://go.dev/dl)';

/** Carries the audio and text of every call. */
export const livekitServer: LivekitProgram = {
  name: 'livekit-server',
  version: '1.13.5',
  hasReleases: true,
  goPackage: 'github.com/livekit/livekit-server/cmd/server',
  libraries: [],
  advice:
    (process.platform === 'darwin'
      ? 'On macOS: brew install livekit, then start again.'
      : `Install livekit-server on the PATH, or ${goOnThePath}, or let this machine reach github.com once.`) +
    ' Or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a LiveKit of your own.',
};

/** Brings telephone calls into rooms. LiveKit publishes it as source and as a container image only. */
export const livekitSip: LivekitProgram = {
  name: 'livekit-sip',
  version: '1.8.0',
  hasReleases: false,
  goPackage: 'github.com/livekit/sip/cmd/livekit-sip',
  versionVariable: 'github.com/livekit/sip/version.Version',
  libraries: [
    { pkgConfig: 'opus', debianPackage: 'libopus-dev' },
    { pkgConfig: 'opusfile', debianPackage: 'libopusfile-dev' },
    { pkgConfig: 'soxr', debianPackage: 'libsoxr-dev' },
  ],
  advice:
    `Install what is missing (${goOnThePath}; on macOS: brew install go pkg-config opus opusfile libsoxr), or set ` +
    'LIVEKIT_SIP to a livekit-sip of your own, or start without --phone.',
};
