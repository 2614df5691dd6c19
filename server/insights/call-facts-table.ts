import { sql } from 'kysely';

/** What is asked in SQL of a row of `calls`, by those who count calls and those who show one. */

/** Its transcript may be gone. */
export const hasUsed = (tool: string) => sql<boolean>`(
  exists (select from call_tools where call_id = calls.id and tool = ${tool})
  or exists (select from call_events where call_id = calls.id and kind = 'tool_call' and event ->> 'name' = ${tool}))`;

/** It left something to the store's people: a request, an investigation, or the caller's own message. */
export const isLeftToPeople = sql<boolean>`(
  exists (select from escalations where call_id = calls.id)
  or exists (select from investigations where call_id = calls.id)
  or exists (select from visitor_messages where call_id = calls.id))`;

/**
 * It ended in its own time, by a goodbye or because the caller had left, and nothing was left to people; the caller had
 * proved an order, and so heard of it at least, or was answered from the store's documents.
 */
export const isSolved = sql<boolean>`(
  coalesce(end_reason in ('goodbye', 'customer_left'), false) and not ${isLeftToPeople}
  and (exists (select from verified_orders where call_id = calls.id) or ${hasUsed('search_knowledge')}))`;
