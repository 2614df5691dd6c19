import { expect, test } from 'vitest';
import { csvRecords } from './csv-records.ts';
import { ndjsonRecords } from './ndjson-records.ts';
import { jsonRecords } from './json-records.ts';

async function* inPieces(text: string, length = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) {
    await Promise.resolve();
    yield text.slice(at, at + length);
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const csv = (text: string, delimiter = ',') => {
  const unknown: string[] = [];
  const records = all(csvRecords(inPieces(text), { delimiter, onUnknown: (headings) => unknown.push(...headings) }));
  return records.then((found) => ({ records: found, unknown }));
};

test('rows of one number are one order, each an item', async () => {
  const { records, unknown } = await csv(
    'order_number,Status,Item Name,qty,price,variant_size,colour of the box,tracking_number,shipped_at\r\n' +
      'ORD-10001,shipped,"Tee, ""navy""",2,29.99,M,red,1Z1,2026-03-01\r\n' +
      'ORD-10001,,Lamp,1,10,,,,\r\n' +
      '\r\n' +
      'ORD-10002,processing,Mug,1,8,,,,\r\n',
  );
  expect(unknown).toEqual(['colour of the box']);
  expect(records).toEqual([
    {
      record: 2,
      order: {
        order_number: 'ORD-10001',
        status: 'shipped',
        shipping_address: {},
        items: [
          { name: 'Tee, "navy"', quantity: '2', price: '29.99', variant: { size: 'M' } },
          { name: 'Lamp', quantity: '1', price: '10' },
        ],
        parcels: [{ tracking_number: '1Z1', shipped_at: '2026-03-01' }],
      },
    },
    {
      record: 5,
      order: {
        order_number: 'ORD-10002',
        status: 'processing',
        shipping_address: {},
        items: [{ name: 'Mug', quantity: '1', price: '8' }],
      },
    },
  ]);
});

test('rows tell which parcel each item is in', async () => {
  const { records } = await csv(
    'order_number;status;item_name;quantity;tracking_number;shipped_at\n' +
      'ORD-10001;partially_shipped;Tee;2;1Z1;2026-03-01\n' +
      'ORD-10001;partially_shipped;Mug;1;1Z2;2026-03-02\n' +
      'ORD-10001;partially_shipped;Lamp;1;;\n',
    ';',
  );
  expect(records[0]?.order).toMatchObject({
    parcels: [
      { tracking_number: '1Z1', lines: [{ line: 1, quantity: '2' }] },
      { tracking_number: '1Z2', lines: [{ line: 2, quantity: '1' }] },
    ],
  });
});

test('an order with a broken row, a row without a number, or rows that disagree is refused as a whole', async () => {
  const { records } = await csv(
    'order_number,status,item_name,quantity\n' +
      'ORD-10001,shipped,Tee,2\n' +
      'ORD-10001,shipped,Mug\n' +
      'ORD-10002,shipped,Tee,2\n' +
      ',shipped,Mug,1\n' +
      'ORD-10003,shipped,Tee,1\n' +
      'ORD-10003,delivered,Mug,1\n' +
      'ORD-10004,shipped,Tee,1\n',
  );
  expect(records.map(({ record, problem }) => [record, problem?.problem])).toEqual([
    [2, 'row 3 has 3 cells, the header 4: is a quote or a delimiter missing?'],
    [4, 'row 5 has no order_number: each row needs it'],
    [6, 'row 7 has another value than row 6; rows of one order must agree'],
    [8, undefined],
  ]);
});

test.each([
  ['nothing', '', 'no header'],
  ['a header without what is needed', 'status,price\n', 'no column order_number, item_name, quantity'],
  ['a column twice', 'order_number,item_name,quantity,quantity\n', 'quantity twice'],
  ['a quote that does not end', 'order_number,item_name,quantity\nORD-10001,"Tee,1\n', 'stops being CSV'],
])('refuses %s', async (_, text, message) => {
  await expect(csv(text)).rejects.toThrow(message);
});

test('a line that is not JSON is told, and the others go on', async () => {
  const records = await all(ndjsonRecords(inPieces('{"a":1}\r\n\n{"b"\n{"c":3}')));
  expect(records.map(({ record, order, problem }) => [record, order, problem?.problem])).toEqual([
    [1, { a: 1 }, undefined],
    [3, undefined, 'the line is not JSON: one whole order is expected on each line'],
    [4, { c: 3 }, undefined],
  ]);
});

test('an array is read order by order, and refused where it is cut', async () => {
  expect(await all(jsonRecords(inPieces('[{"a":1},\n {"b":[1,2]}]')))).toEqual([
    { record: 1, order: { a: 1 } },
    { record: 2, order: { b: [1, 2] } },
  ]);
  await expect(all(jsonRecords(inPieces('[{"a":1}, {"b":')))).rejects.toThrow('stops being JSON');
  await expect(all(jsonRecords(inPieces('[{"a":1}, }]')))).rejects.toThrow('stops being JSON');
});
