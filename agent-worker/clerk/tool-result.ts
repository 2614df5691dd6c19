import { lookupResponse, type LookupResponse } from '@orderline/contract/order.ts';

/** A tool call with its answer. */
export interface ToolResult {
  name: string;
  args: Readonly<Record<string, unknown>>;
  output: unknown;
  /** Without an answer yet, or with none that can be read. */
  state: 'answered' | 'running' | 'broken';
}

/** The field of an output, as text; undefined when there is none. */
export function textIn(output: unknown, field: string): string | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const value = (output as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}

export function isFailure(result: ToolResult): boolean {
  return result.state !== 'answered' || textIn(result.output, 'error') !== undefined;
}

/** The order that a lookup verified; undefined for a failed one. */
export function verifiedOrder(result: ToolResult): LookupResponse | undefined {
  if (result.name !== 'order_lookup' || isFailure(result)) return undefined;
  const parsed = lookupResponse.safeParse(result.output);
  return parsed.success ? parsed.data : undefined;
}
