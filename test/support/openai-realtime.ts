import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { type WebSocket, WebSocketServer } from 'ws';

const bytesPerMs = 48;
/** OpenAI refuses to transcribe less. */
const leastMs = 100;

interface Session {
  isAllowed: (authorization: string | undefined) => boolean;
  transcript: () => string;
  transcriptionMs: number;
  /** Hears nothing, or hangs up in the middle of the words. */
  fault: () => 'stalls' | 'cut midway' | undefined;
}

/** What the stand-in was sent, piece by piece. */
export interface Committed {
  ms: number;
}

/** OpenAI's realtime transcription over a real socket, at `/v1/realtime`. */
export function serveRealtime(server: Server, session: Session): { committed: Committed[] } {
  const committed: Committed[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/v1/realtime') || !session.isAllowed(request.headers.authorization)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => serve(client, session, committed));
  });
  return { committed };
}

function serve(client: WebSocket, session: Session, committed: Committed[]): void {
  let bytes = 0;
  let isConfigured = false;
  const send = (event: Partial<RealtimeServerEvent>) => client.send(JSON.stringify(event));
  const refuse = (message: string) =>
    send({ type: 'error', event_id: 'e', error: { type: 'invalid_request_error', message } });
  client.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString()) as RealtimeClientEvent;
    if (event.type === 'session.update') isConfigured = event.session.type === 'transcription';
    else if (event.type === 'input_audio_buffer.append') bytes += Buffer.from(event.audio, 'base64').length;
    else if (event.type === 'input_audio_buffer.clear') bytes = 0;
    else if (event.type !== 'input_audio_buffer.commit') refuse(`${event.type} is not spoken here`);
    else if (!isConfigured || bytes < leastMs * bytesPerMs) refuse('buffer too small');
    else void transcribe();
  });

  async function transcribe(): Promise<void> {
    committed.push({ ms: bytes / bytesPerMs });
    bytes = 0;
    const item_id = `item_${committed.length}`;
    const transcript = session.transcript();
    const fault = session.fault();
    send({ type: 'input_audio_buffer.committed', event_id: 'e', item_id });
    await delay(session.transcriptionMs);
    if (fault === 'stalls') return;
    for (const delta of transcript.split(/(?<= )/)) {
      send({ type: 'conversation.item.input_audio_transcription.delta', event_id: 'e', item_id, delta });
      if (fault === 'cut midway') {
        client.close();
        return;
      }
    }
    const usage = { type: 'duration', seconds: 1 } as const;
    send({
      type: 'conversation.item.input_audio_transcription.completed',
      event_id: 'e',
      item_id,
      content_index: 0,
      transcript,
      usage,
    });
  }
}
