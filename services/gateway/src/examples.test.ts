import { fromJson, toJson, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { operations, registry } from '@gonglian/contracts/descriptors.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { exampleOf, knownValue } from './examples.ts';
import { buildOpenapi } from './openapi.ts';

interface Media {
  schema?: object;
  example?: unknown;
}
interface Described {
  parameters?: ({ name: string } & Media)[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

const document = buildOpenapi(true, '329999');
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'api', ...document });

const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Described] => [
    `${method} ${path}`,
    operation as unknown as Described,
  ]),
);
const routed = operations.filter(({ http }) => http);

test.each(described)('%s: every example is valid by its own schema', (_, operation) => {
  const { parameters = [], requestBody, responses } = operation;
  const media: [string, Media][] = [
    ...parameters.map((each): [string, Media] => [each.name, each]),
    ...Object.entries(requestBody?.content ?? {}),
    ...Object.values(responses).flatMap(({ content }) => Object.entries(content ?? {})),
  ];
  for (const [name, { schema, example }] of media) {
    if (example === undefined) continue;
    const validate = compiled(schema ?? {});
    const valid = validate(example);
    expect({ name, valid, why: validate.errors }).toEqual({ name, valid: true, why: null });
  }
});

test.each(described)('%s: there is an example of everything', (_, operation) => {
  const { requestBody, responses, parameters = [] } = operation;
  const bodies = [
    ...Object.values(requestBody?.content ?? {}),
    ...Object.values(responses['200']?.content ?? {}),
  ];
  for (const body of bodies) expect(body).toHaveProperty('example');
  const must = parameters.filter((each) => Reflect.get(each, 'in') === 'path');
  for (const parameter of must) expect(parameter).toHaveProperty('example');
});

test('an example is a message of its type, and whole', () => {
  for (const { name, request, response, streams } of routed) {
    for (const desc of streams ? [request] : [request, response]) {
      const example = exampleOf(desc);
      const message = fromJson(desc, example, { registry });
      const whole = toJson(desc, message, { alwaysEmitImplicit: true });
      expect({ name, example: whole }).toEqual({ name, example });
    }
  }
});

test('every field has a value that somebody thought of', () => {
  const asked = routed.flatMap(({ request, response, streams }) =>
    streams ? [request] : [request, response],
  );
  const missing = fieldsBelow(asked).filter(
    ({ desc, field }) => !field.message && knownValue(desc, field) === undefined,
  );
  expect(missing.map(({ desc, field }) => `${desc.name}.${field.name}`)).toEqual([]);
});

test('nobody is meant: ID numbers are of no county, and the codes check', () => {
  const texts = JSON.stringify(document);
  const idNumbers = texts.match(/(?<!\d)\d{17}[\dX](?![\dX])/g) ?? [];
  expect(idNumbers.length).toBeGreaterThan(0);
  for (const idNumber of idNumbers) {
    expect(idNumber).toMatch(/^329999/);
    expect(parseIdNumber(idNumber, { today: '2026-03-02' })).toMatchObject({ ok: true });
  }
  for (const uscc of texts.match(/(?<=")[89]1321084MA\w{8}/g) ?? []) {
    expect(parseUscc(uscc)).toMatchObject({ ok: true, warnings: [] });
  }
});

function compiled(schema: object): ValidateFunction {
  // References of the document are to the document, wherever the schema stands in it.
  const absolute = JSON.stringify(schema).replaceAll('"#/', '"api#/');
  return ajv.compile(JSON.parse(absolute) as object);
}

function fieldsBelow(descs: readonly DescMessage[]): { desc: DescMessage; field: DescField }[] {
  const seen = new Set<DescMessage>();
  const fields: { desc: DescMessage; field: DescField }[] = [];
  const walk = (desc: DescMessage): void => {
    if (seen.has(desc)) return;
    seen.add(desc);
    for (const field of desc.fields) {
      fields.push({ desc, field });
      if (field.message) walk(field.message);
    }
  };
  for (const desc of descs) walk(desc);
  return fields;
}
