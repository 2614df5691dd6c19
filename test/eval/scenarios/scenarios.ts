import type { Scenario } from '../scenario.ts';
import { changes } from './changes.ts';
import { checklist } from './checklist.ts';
import { conversation } from './conversation.ts';
import { returns } from './returns.ts';
import { whereabouts } from './whereabouts.ts';

/** The specification's checklist first, then what else callers want. */
export const scenarios: readonly Scenario[] = [...checklist, ...whereabouts, ...changes, ...returns, ...conversation];
