import type { LightMyRequestResponse } from 'fastify';
import type { StaffRole } from '@orderline/contract/staff.ts';
import { nobodysHash } from '../../server/staff/password-hash.ts';
import { csrfTokenOf, openSession } from '../../server/staff/staff-session.ts';
import { sessionCookie } from '../../server/staff/session-cookie.ts';
import { insertStaff } from '../../server/staff/staff-table.ts';
import type { TestServer } from './test-server.ts';

export interface SignedInTestStaff {
  readonly id: string;
  readonly name: string;
  /** The session as a browser would send it. */
  readonly cookie: string;
  readonly csrf: string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, payload?: object): Promise<LightMyRequestResponse>;
}

/** A new account of this role, and requests with its session; each call makes another. Its password is nobody's. */
export async function signInTestStaff(server: TestServer, role: StaffRole = 'staff'): Promise<SignedInTestStaff> {
  const { app, config, database, clock } = server;
  const name = `${role}-${process.hrtime.bigint()}`;
  const staff = await insertStaff(database, { name, role, password_hash: nobodysHash });
  if (staff === undefined) throw new Error(`There is a ${name} already`);
  const token = await openSession(database, { staffId: staff.id, at: clock() });
  const csrf = csrfTokenOf(token);
  const [cookie = ''] = sessionCookie(config, token).split(';');
  return {
    id: staff.id,
    name,
    cookie,
    csrf,
    get: (url) => app.inject({ method: 'GET', url, headers: { cookie } }),
    post: (url, payload) =>
      app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'orderline-csrf': csrf },
        ...(payload === undefined ? {} : { payload }),
      }),
  };
}
