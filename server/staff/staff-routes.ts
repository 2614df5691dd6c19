import { auditQuery, auditResponse, passwordRequest, signedInStaff, signInRequest } from '@orderline/contract/staff.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { limitedTo } from '../http/rate-limit.ts';
import { changePassword } from './change-password.ts';
import { readAuditLog } from './read-audit-log.ts';
import { requireDeskPage, requireStaff } from './require-staff.ts';
import { expiredSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { csrfTokenOf, type StaffMember } from './staff-session.ts';

/** What hashes a password takes a processor's time: the limits by account are finer, this one bounds the work. */
const hashesPerMinute = 30;

const session = [{ deskSession: [] }];

/** Signing in and out of the desk, the own password, and what everybody did. */
export function staffRoutes(app: FastifyZod, context: AppContext): void {
  app.post(
    '/api/desk/sign-in',
    {
      onRequest: requireDeskPage(context),
      ...limitedTo(hashesPerMinute),
      schema: {
        summary: 'Sign in',
        description:
          'Sets the cookie of a new session, which ends after 8 hours without a request and after 7 days. Accounts are ' +
          'made by `npm run staff`.',
        tags: ['desk'],
        body: signInRequest,
        response: { 200: signedInStaff },
        problems: ['sign_in_failed', 'forbidden_origin', 'too_many_requests'],
      },
    },
    async (request, reply) => {
      const { staff, token } = await signIn(context, { ...request.body, ip: request.ip });
      const former = readSessionCookie(context.config, request.headers.cookie);
      if (former !== undefined) await signOut(context, former);
      void reply.header('set-cookie', sessionCookie(context.config, token)).header('cache-control', 'no-store');
      return viewOf(staff, token);
    },
  );

  app.post(
    '/api/desk/sign-out',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Sign out',
        tags: ['desk'],
        security: session,
        response: { 204: noContent },
        problems: ['unauthorized', 'csrf_token_needed', 'forbidden_origin'],
      },
    },
    async (request, reply) => {
      await signOut(context, request.staffSession);
      return reply.code(204).header('set-cookie', expiredSessionCookie(context.config)).send(null);
    },
  );

  app.get(
    '/api/desk/me',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Who is signed in',
        tags: ['desk'],
        security: session,
        response: { 200: signedInStaff },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return viewOf(request.staff, request.staffSession);
    },
  );

  app.post(
    '/api/desk/password',
    {
      onRequest: requireStaff(context),
      ...limitedTo(hashesPerMinute),
      schema: {
        summary: "Change one's own password",
        description: 'The other sessions of the account end.',
        tags: ['desk'],
        security: session,
        body: passwordRequest,
        response: { 204: noContent },
        problems: ['unauthorized', 'sign_in_failed', 'csrf_token_needed', 'forbidden_origin', 'password_refused'],
      },
    },
    async (request, reply) => {
      await changePassword(context, {
        staffId: request.staff.id,
        token: request.staffSession,
        currentPassword: request.body.current_password,
        newPassword: request.body.new_password,
        ip: request.ip,
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/desk/audit',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Who did what, newest first',
        tags: ['desk'],
        security: session,
        querystring: auditQuery,
        response: { 200: auditResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    (request) => readAuditLog(context, { before: request.query.before, limit: request.query.limit }),
  );
}

const viewOf = ({ name, role }: StaffMember, token: string) => ({ name, role, csrf_token: csrfTokenOf(token) });
