import { llm, shortuuid } from '@livekit/agents';
import type * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import type { Answer } from '../server-api/server-request.ts';
import { type ToolFailure, toolFailure, toolFault } from './tool-failure.ts';

/** A caller who hears nothing for this long wonders (ROBUSTNESS, fault 7; no dead air over 4 s). */
const fillerTimes = { delay: 1_500, interval: 2_000, maxSteps: 2 };
const fillers = ['One moment, please.', "I'm still looking. Thank you for waiting."];

interface ToolPlan<Schema extends z.ZodObject> {
  name: string;
  description: string;
  parameters: Schema;
  /** Asks the server; what it refuses or cannot do is turned into words for the model here. */
  ask: (args: z.output<Schema>, request: { signal: AbortSignal; runId: string }) => Promise<Answer<unknown>>;
}

/**
 * A tool whose every run is stored on the server with its output, so that a job that takes over knows what was looked
 * up. A slow server is covered by fillers; an answer that never comes is told to the model like any other failure.
 */
export function recordedTool<Schema extends z.ZodObject>(call: CallState, plan: ToolPlan<Schema>) {
  return llm.tool({
    name: plan.name,
    description: plan.description,
    parameters: plan.parameters,
    onDuplicate: 'reject',
    execute: async (args, { ctx, abortSignal }) => {
      // The id that a model gives its call may be of any length, and come again.
      const runId = shortuuid('tool_');
      const startedAt = new Date();
      const sayFiller = (step: number) => ctx.session.say(fillers[step] ?? '', { addToChatCtx: false });
      call.onWorking(true);
      const result = await ctx.filler(sayFiller, fillerTimes, () =>
        resultOf(plan.ask(args as z.output<Schema>, { signal: abortSignal, runId }), call.profile.phrases.trouble),
      );
      call.onWorking(false);
      abortSignal.throwIfAborted();
      call.events.add({
        kind: 'tool_call',
        id: runId,
        name: plan.name,
        arguments: ctx.functionCall.args,
        output: JSON.stringify(result.output),
        is_error: result.isError,
        at: startedAt.toISOString(),
        took_ms: Date.now() - startedAt.getTime(),
      });
      return result.output;
    },
  });
}

interface ToolResult {
  output: unknown;
  isError: boolean;
}

async function resultOf(answer: Promise<Answer<unknown>>, trouble: string): Promise<ToolResult> {
  try {
    const settled = await answer;
    if (settled.outcome === 'ok') return { output: settled.value, isError: false };
    return failed(toolFailure(settled.problem, trouble));
  } catch (error) {
    return failed(toolFault(error, trouble));
  }
}

function failed(output: ToolFailure): ToolResult {
  return { output, isError: true };
}
