import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/**
 * A strict content security policy on all that is served: nothing inline, no eval, no third party. Pages may connect
 * to LiveKit, which they need for a call, and use the microphone.
 */
export function secureHeaders(app: FastifyInstance, { livekit, publicUrl }: Config): void {
  const webSocket = new URL(livekit.url).origin;
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        // livekit-client also asks over HTTP why a connection was refused.
        connectSrc: ["'self'", webSocket, webSocket.replace(/^ws/, 'http')],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html'],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:') && { maxAge: 31_536_000 },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('permissions-policy', 'microphone=(self), camera=(), geolocation=()');
    done();
  });
}
