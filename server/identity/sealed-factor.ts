import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { verification, type Verification } from '@orderline/contract/order.ts';
import { derivedKey } from '../derived-key.ts';

const nonceBytes = 12;
const tagBytes = 16;

export interface Seal {
  readonly secret: string;
  readonly callId: string;
  readonly orderNumber: string;
}

/** The factor that proved an order, encrypted (AES-256-GCM) so that it opens for this call and order alone. */
export function sealFactor(seal: Seal, factor: Verification): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal), nonce).setAAD(boundTo(seal));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(factor), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Undefined when it was sealed for something else, or under another secret. */
export function openFactor(seal: Seal, sealed: Buffer): Verification | undefined {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seal), nonce, { authTagLength: tagBytes })
    .setAAD(boundTo(seal))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return verification.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    return undefined;
  }
}

const keyOf = ({ secret }: Seal) => derivedKey(secret, 'sealed factor');

const boundTo = ({ callId, orderNumber }: Seal) => Buffer.from(`${callId} ${orderNumber}`);
