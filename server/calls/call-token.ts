import { SignJWT, errors, jwtVerify } from 'jose';
import { derivedKey } from '../derived-key.ts';

/** Longer than any call is left open (`maximumCallHours`), so that a job never outlives its token. */
const callTokenHours = 6;
/** A message may still be left on the day after. */
const visitTokenHours = 24;

export interface CallClaims {
  readonly callId: string;
  readonly generation: number;
}

export interface VisitClaims {
  readonly callId: string;
}

/** Signs and reads the two tokens that open a call: the job's (audience `call`) and the visitor's (audience `visit`). */
export interface CallTokens {
  readonly clock: () => Date;
  readonly secret: string;
}

export function signCallToken({ clock, secret }: CallTokens, { callId, generation }: CallClaims): Promise<string> {
  const now = clock();
  return new SignJWT({ generation })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(callId)
    .setAudience('call')
    .setIssuedAt(now)
    .setExpirationTime(expiry(now, callTokenHours))
    .sign(keyOf(secret));
}

export function signVisitToken({ clock, secret }: CallTokens, { callId }: VisitClaims): Promise<string> {
  const now = clock();
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(callId)
    .setAudience('visit')
    .setIssuedAt(now)
    .setExpirationTime(expiry(now, visitTokenHours))
    .sign(keyOf(secret));
}

/** Undefined for a token that is expired, forged, or meant for something else. */
export async function readCallToken(tokens: CallTokens, token: string): Promise<CallClaims | undefined> {
  const claims = await readToken(tokens, token, 'call');
  if (claims?.sub === undefined || typeof claims['generation'] !== 'number') return undefined;
  return { callId: claims.sub, generation: claims['generation'] };
}

/** Undefined for a token that is expired, forged, or meant for something else. */
export async function readVisitToken(tokens: CallTokens, token: string): Promise<VisitClaims | undefined> {
  const claims = await readToken(tokens, token, 'visit');
  return claims?.sub === undefined ? undefined : { callId: claims.sub };
}

async function readToken({ clock, secret }: CallTokens, token: string, audience: 'call' | 'visit') {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      audience,
      algorithms: ['HS256'],
      currentDate: clock(),
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

const keyOf = (secret: string) => derivedKey(secret, 'call token');

const expiry = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000);
