import { lookupRequest } from '@orderline/contract/order.ts';
import { storeChangeAnswer, storeChangeRefusal, storeOrder, storeVariants } from '@orderline/contract/store-api.ts';
import { effect, storeChange } from '@orderline/contract/store-change.ts';
import type { OpenAPIV3_1 } from 'openapi-types';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { storeOpenApi } from './store-openapi.ts';

const document = storeOpenApi() as OpenAPIV3_1.Document;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item = {}]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [{ path, method, operation }];
  }),
);

type Holder = OpenAPIV3_1.RequestBodyObject | OpenAPIV3_1.ResponseObject;
const jsonOf = (holder: object | undefined) => (holder as Holder | undefined)?.content?.['application/json'];
/** Every object of it, however deep. */
const within = (value: unknown): object[] =>
  typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap((of) => within(of))];

describe('the document that a store implements', () => {
  test('has what OpenAPI 3.1 asks for, and is JSON as it stands', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: expect.any(String) as string, version: expect.any(String) as string });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(operations.map(({ path, method }) => `${method} ${path}`)).toEqual([
      'post /lookup',
      'get /variants',
      'post /changes',
    ]);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names its key, a description for every answer, and a schema for every body', () => {
    const schemes = Object.keys(document.components?.securitySchemes ?? {});
    for (const name of (document.security ?? []).flatMap((of) => Object.keys(of))) expect(schemes).toContain(name);
    for (const { operation } of operations) {
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401']));
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[245]\d\d$/);
        expect((response as OpenAPIV3_1.ResponseObject).description).toMatch(/\w/);
        expect(jsonOf(response) === undefined || jsonOf(response)?.schema !== undefined).toBe(true);
      }
      for (const parameter of (operation.parameters ?? []) as OpenAPIV3_1.ParameterObject[]) {
        expect(parameter).toMatchObject({ in: expect.stringMatching(/^(query|header)$/) as string, required: true });
        expect(parameter.schema).toBeDefined();
      }
    }
  });

  test('stands alone: it refers to nothing that is not in it', () => {
    expect(within(document).filter((of) => '$ref' in of || '$schema' in of)).toEqual([]);
  });

  const schemas: [string, () => object | undefined, z.ZodMiniType][] = [
    ['a lookup', () => document.paths?.['/lookup']?.post?.requestBody, lookupRequest],
    ['an order', () => document.paths?.['/lookup']?.post?.responses['200'], storeOrder],
    ['variants', () => document.paths?.['/variants']?.get?.responses['200'], storeVariants],
    ['a change', () => document.paths?.['/changes']?.post?.requestBody, storeChange],
    ['what was done', () => document.paths?.['/changes']?.post?.responses['200'], storeChangeAnswer],
    ['a refusal', () => document.paths?.['/changes']?.post?.responses['422'], storeChangeRefusal],
  ];
  test.each(schemas)('has an example of %s, which is what we send or take', (_what, find, schema) => {
    const example: unknown = jsonOf(find())?.example;
    expect(example).toBeDefined();
    expect(schema.safeParse(example)).toEqual({ success: true, data: example });
  });

  test('describes every effect that a change may have', () => {
    const described = JSON.stringify(document.paths?.['/changes']?.post?.requestBody);
    const names = effect.def.options.flatMap((option) => [...option.def.shape.effect.def.values]);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(described).toContain(`"${name}"`);
  });
});
