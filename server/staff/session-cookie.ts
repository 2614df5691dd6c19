import { parseCookie, stringifySetCookie } from 'cookie';
import type { Config } from '../config.ts';

type Site = Pick<Config, 'publicUrl'>;

/** With `__Host-` the browser itself sees to it that the cookie is secure and of this host alone (RFC 6265bis, 4.1.3). */
const isSecure = ({ publicUrl }: Site) => publicUrl.startsWith('https:');
const nameOf = (site: Site) => (isSecure(site) ? '__Host-orderline-desk' : 'orderline-desk');

/** The session's token in a `Cookie` header. */
export const readSessionCookie = (site: Site, header: string | undefined): string | undefined =>
  header === undefined ? undefined : parseCookie(header)[nameOf(site)];

/** The `Set-Cookie` that keeps a token until the browser is closed or the session is over. */
export const sessionCookie = (site: Site, token: string): string => stringifySetCookie(attributesOf(site, token));

/** The `Set-Cookie` that takes it away. */
export const expiredSessionCookie = (site: Site): string =>
  stringifySetCookie({ ...attributesOf(site, ''), maxAge: 0 });

const attributesOf = (site: Site, value: string) => ({
  name: nameOf(site),
  value,
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: isSecure(site),
});
