/** The peers: the framework set up as it is documented, and with all that can be tuned from outside. */
export const peers = ['documented', 'tuned'] as const;
export type Peer = (typeof peers)[number];

/** The name under which a peer's worker registers. */
export const peerName = (peer: Peer): string => `peer-${peer}`;
