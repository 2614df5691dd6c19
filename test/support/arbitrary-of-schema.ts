import fc from 'fast-check';

/** What is read of a JSON Schema, as OpenAPI 3.1 has it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Anything a client might send by mistake or malice, whatever was asked for. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    2 ** 53,
    true,
    [],
    {},
    '\u0000',
    '💥',
    "'; drop table orders; --",
    '{{',
    '../..',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'x'.repeat(5000),
    Array.from({ length: 300 }, () => 1),
    deep(60),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  email: fc.constantFrom('customer@email.com', 'nobody@example.com'),
  date: fc.constantFrom('2026-03-05', '2024-02-29', '0000-01-01', '9999-12-31'),
  'date-time': fc.constantFrom('2026-03-05T17:00:00Z', '2026-03-05T17:00:00.123+05:30', '0001-01-01T00:00:00Z'),
};

/**
 * Values of the form that a schema describes, with `known` ones for properties by name, and now and then something else in
 * their place: so that what is tested is also what lies behind the validation.
 */
export function arbitraryOfSchema(
  schema: JsonSchema,
  known: Readonly<Record<string, readonly unknown[]>> = {},
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: wellFormed(schema, known) }, { weight: 1, arbitrary: junk });
}

function wellFormed(schema: JsonSchema, known: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOfSchema(choice, known)));
  if (schema.allOf !== undefined) {
    const all = schema.allOf.map((part) => wellFormed(part, known));
    return fc.tuple(...all).map((parts) => Object.assign({}, ...(parts as object[])) as object);
  }
  const [type] = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  switch (type) {
    case 'object':
      return objectOf(schema, known);
    case 'array':
      return fc.array(arbitraryOfSchema(schema.items ?? {}, known), { maxLength: 4 });
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -3, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 50, 2 ** 31 - 1),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
    default:
      return junk;
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  known: Readonly<Record<string, readonly unknown[]>>,
): fc.Arbitrary<object> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const given = known[name];
      const generated = arbitraryOfSchema(property, known);
      return [
        name,
        given === undefined ? generated : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...given) }, generated),
      ];
    }),
  );
  // Now and then without what is needed, and with what is not known.
  const record = fc.oneof(
    { weight: 8, arbitrary: fc.record(model, { requiredKeys: [...required] }) },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
  );
  const extra =
    typeof additionalProperties === 'object'
      ? fc.dictionary(
          fc.constantFrom('size', 'colour', '__proto__', 'x'),
          arbitraryOfSchema(additionalProperties, known),
        )
      : fc.oneof({ weight: 10, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.record({ surprise: junk }) });
  return fc.tuple(record, extra).map(([one, other]) => ({ ...one, ...other }));
}

function textOf({ format, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  const ofFormat = format === undefined ? undefined : formats[format];
  return (
    ofFormat ?? fc.string({ unit: 'grapheme', minLength: Math.min(minLength, 60), maxLength: Math.min(maxLength, 60) })
  );
}
