import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../app-context.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import { problem } from '../http/problem-response.ts';
import { readSessionCookie } from './session-cookie.ts';
import { csrfTokenOf, readSession, type StaffMember } from './staff-session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; set by `requireStaff`. */
    staff: StaffMember;
    /** The token of their session; set by `requireStaff`. */
    staffSession: string;
  }
}

type Guard = (request: FastifyRequest) => Promise<void>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * `onRequest` guard of what the store's people do; sets `request.staff`. 401 without a session that lasts; 403
 * `csrf_token_needed` where a request that may change something lacks the session's token in `orderline-csrf`; 403
 * `forbidden_origin` for a page that is not this server's own; with `role: 'staff'`, 403 `forbidden` for the role `qa`.
 */
export function requireStaff(context: AppContext, { role }: { readonly role?: 'staff' } = {}): Guard {
  return async (request) => {
    refuseOtherPages(context, request);
    const token = readSessionCookie(context.config, request.headers.cookie);
    const staff = token === undefined ? undefined : await readSession(context, token);
    if (token === undefined || staff === undefined) {
      throw problem('unauthorized', { detail: 'Sign in at the desk first' });
    }
    if (!safeMethods.has(request.method) && !isSame(request.headers['orderline-csrf'], csrfTokenOf(token))) {
      throw problem('csrf_token_needed', {
        detail: 'Send the csrf_token of this session in the header orderline-csrf',
      });
    }
    if (role === 'staff' && staff.role !== 'staff') {
      throw problem('forbidden', { detail: 'The role qa may look and try, not decide or change' });
    }
    request.staff = staff;
    request.staffSession = token;
  };
}

/** `onRequest` guard of the sign-in itself: 403 `forbidden_origin` for a page that is not this server's own. */
export function requireDeskPage(context: AppContext): Guard {
  return async (request) => {
    await Promise.resolve();
    refuseOtherPages(context, request);
  };
}

/** The shop's pages may open calls; they have no business at the desk, even where they share its site. */
function refuseOtherPages({ config }: AppContext, request: FastifyRequest): void {
  if (request.headers.origin === undefined || isOwnOrigin(request, config)) return;
  throw problem('forbidden_origin', { detail: 'The desk is used from its own page' });
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
