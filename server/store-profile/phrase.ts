import * as z from 'zod';
import { phraseProblems } from './phrase-template.ts';

/** The facts that every phrase may use. */
const storeFacts = ['store_name', 'agent_name', 'website', 'tracking_page', 'person_contact'] as const;

/** A set phrase of the store profile that may use these facts and those of the store. */
export const phrase = (...facts: readonly string[]) => phraseOf([...facts, ...storeFacts]);

/** A set phrase that may use these facts only. */
export const phraseOf = (allowed: readonly string[]) =>
  z
    .string()
    .trim()
    .min(1)
    .max(600)
    .superRefine((template, context) => {
      for (const message of phraseProblems(template, allowed)) context.addIssue({ code: 'custom', message });
    })
    .meta({ description: `May use ${allowed.map((name) => `{${name}}`).join(', ')}` });

/** A set phrase that need not stand in store.yaml: these words serve until the store writes its own. */
export const phraseWithDefault = (words: string, ...facts: readonly string[]) => phrase(...facts).prefault(words);
