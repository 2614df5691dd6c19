import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';

export interface ToolCalled {
  tool: string;
  arguments: Record<string, unknown>;
  /** One of its own unless given. */
  id?: string;
}

/** What the stand-in model answers to one request; `together`: tool calls that it makes at once. */
export type ModelAnswer = { text: string } | ToolCalled | { together: ToolCalled[] } | { status: number };

/** What can be wrong with an endpoint. The last two begin well and break off after a part of the answer. */
export type Fault =
  'unauthorized' | 'rate limited' | 'server error' | 'html' | 'stalls' | 'stalls midway' | 'cut midway';

/** The endpoints, and what is wrong with each now. Tests change it while a call goes on. */
export type Faults = Partial<Record<'chat' | 'speech' | 'transcription' | 'realtime' | 'models', Fault>>;

export interface Script {
  answer: (request: ChatCompletionCreateParams) => ModelAnswer;
  /** 24 kHz mono samples for a line, as the speech endpoint streams them. */
  speak: (line: string) => Promise<Int16Array>;
  /** What the transcription endpoints understand, whatever they are sent. */
  transcript?: () => string;
  /** How long the models take. */
  delays?: { transcriptionMs?: number; firstTokenMs?: number; firstVoiceByteMs?: number };
  /** Without one nobody is asked for a key, as local servers do. */
  key?: string | undefined;
}
