import { SipClient } from 'livekit-server-sdk';
import type { Config } from '../config.ts';

const requestTimeoutSeconds = 3;

/** LiveKit's API of trunks and dispatch rules; it answers only where LiveKit runs with Redis. */
export const sipClient = ({ internalUrl, apiKey, apiSecret }: Config['livekit']): SipClient =>
  new SipClient(internalUrl, apiKey, apiSecret, { requestTimeout: requestTimeoutSeconds, failover: false });
