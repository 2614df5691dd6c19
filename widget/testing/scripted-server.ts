type Answer = () => Response | Promise<Response>;

interface SeenRequest {
  path: string;
  method: string;
  authorization: string | null;
  body: unknown;
}

const admission = (name: string) =>
  Response.json({ server_url: 'wss://media.example', participant_token: `join-${name}`, visit_token: `visit-${name}` });

/** Stands in for `fetch`: answers by path as the server does, or as a test wants. */
export class ScriptedServer {
  readonly requests: SeenRequest[] = [];
  readonly answers: Record<string, Answer> = {
    '/api/token': () => admission('new'),
    '/api/visit/resume': () => admission('again'),
    '/api/visit/transcript': () => Response.json({ turns: [] }),
    '/api/visit/message': () => new Response(null, { status: 204 }),
  };

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const text = await request.text();
    this.requests.push({
      path: pathname,
      method: request.method,
      authorization: request.headers.get('authorization'),
      body: text === '' ? undefined : JSON.parse(text),
    });
    const answer = this.answers[pathname];
    return answer ? await answer() : new Response(null, { status: 404 });
  };

  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }
}

/** The server cannot be reached. */
export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
