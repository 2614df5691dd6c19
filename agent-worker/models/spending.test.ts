import { initializeLogger } from '@livekit/agents';
import { beforeAll, expect, test } from 'vitest';
import { Spending } from './spending.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

const prices = {
  input_cents_per_million_tokens: 250,
  output_cents_per_million_tokens: 1_000,
  heard_cents_per_minute: 0.6,
  spoken_cents_per_million_characters: 1_500,
};

test('counts tokens, seconds and characters, with what they cost, once', () => {
  const spending = new Spending({ prices, cents_left: 100 });
  spending.add({ inputTokens: 4_000, outputTokens: 100 });
  spending.add({ heardSeconds: 10 });
  spending.add({ spokenCharacters: 200 });
  expect(spending.takeUsage()).toMatchObject({
    input_tokens: 4_000,
    output_tokens: 100,
    heard_seconds: 10,
    spoken_characters: 200,
    cost_cents: expect.closeTo(1 + 0.1 + 0.1 + 0.3) as number,
  });
  expect(spending.takeUsage()).toBeUndefined();
});

test('is over once what is left has been spent', () => {
  const spending = new Spending({ prices, cents_left: 1 });
  spending.add({ inputTokens: 3_000 });
  expect(spending.isOver).toBe(false);
  spending.add({ inputTokens: 1_000 });
  expect(spending.isOver).toBe(true);
});

test('is over from the beginning where nothing is left', () => {
  expect(new Spending({ prices, cents_left: 0 }).isOver).toBe(true);
  expect(new Spending(undefined).isOver).toBe(false);
});
