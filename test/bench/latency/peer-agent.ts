import { fileURLToPath } from 'node:url';
import { cli, defineAgent, inference, type JobContext, ServerOptions, voice } from '@livekit/agents';
import { LLM, STT, TTS } from '@livekit/agents-plugin-openai';
import { type Peer, peerName } from './peer-name.ts';
import { PeerVoice } from './peer-voice.ts';

const peer: Peer = process.env['PEER'] === 'tuned' ? 'tuned' : 'documented';
const baseURL = process.env['OPENAI_BASE_URL'] ?? '';
const endpoint = { baseURL, apiKey: 'none' };

/** Its model in the cloud is for those who have an account there. */
const onThisMachine = {
  turnDetection: new inference.TurnDetector({ version: 'v1-mini' }),
  interruption: { mode: 'vad' },
} as const;

function sessionOf(): voice.AgentSession {
  const stt = new STT({ ...endpoint, model: 'whisper-1', useRealtime: false });
  const llm = new LLM({ ...endpoint, model: 'gpt-4o' });
  if (peer === 'documented') {
    const tts = new TTS({ ...endpoint, model: 'tts-1' });
    return new voice.AgentSession({ vad: new inference.VAD(), stt, llm, tts, turnHandling: onThisMachine });
  }
  return new voice.AgentSession({
    vad: new inference.VAD({ minSilenceDuration: 100 }),
    stt,
    llm,
    tts: new PeerVoice(baseURL),
    turnHandling: {
      turnDetection: null,
      endpointing: { minDelay: 300 },
      interruption: { mode: 'vad' },
      preemptiveGeneration: { preemptiveTts: true },
    },
  });
}

export default defineAgent({
  entry: async (ctx: JobContext) => {
    const session = sessionOf();
    await session.start({
      agent: new voice.Agent({ instructions: 'You are a helpful voice assistant.' }),
      room: ctx.room,
    });
    await ctx.connect();
    session.generateReply({ instructions: 'Greet the user and offer your assistance.' });
  },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  cli.runApp(
    new ServerOptions({
      agent: fileURLToPath(import.meta.url),
      agentName: peerName(peer),
      host: '127.0.0.1',
      port: Number(process.env['PEER_HEALTH_PORT']),
      numIdleProcesses: 1,
      loadFunc: () => Promise.resolve(0),
    }),
  );
}
