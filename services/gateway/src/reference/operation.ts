import type { Language } from '../messages.ts';
import type { Openapi } from '../openapi.ts';
import type { Schema } from '../schema.ts';
import { objectOf, renderFields, textOf, typeOf } from './fields.ts';
import { html, type Markup } from './markup.ts';

/** One operation of the document, with what a page needs to know of it. */
export interface Described {
  readonly id: string;
  readonly tag: string;
  readonly path: string;
  readonly method: string;
  readonly summary: Readonly<Record<Language, string>>;
  readonly operation: Schema;
}

const WORDS = {
  zh: {
    parameters: '参数',
    required: '必填',
    body: '请求内容',
    answer: '应答',
    example: '示例',
    refusals: '可能的拒绝',
    codes: '问题代码',
  },
  en: {
    parameters: 'Parameters',
    required: 'required',
    body: 'Body',
    answer: 'Answer',
    example: 'Example',
    refusals: 'May be refused with',
    codes: 'problem codes',
  },
} as const;

export function operationsOf({ paths }: Openapi): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [tag] = [operation['tags']].flat();
      const summary = textOf(operation['summary']);
      return {
        id: textOf(operation['operationId']),
        tag: textOf(tag),
        path,
        method: method.toUpperCase(),
        summary: { en: summary, zh: textOf(operation['x-summary-zh']) || summary },
        operation,
      };
    }),
  );
}

export function renderOperation(
  openapi: Openapi,
  described: Described,
  language: Language,
): Markup {
  const { id, path, method, summary, operation } = described;
  const words = WORDS[language];
  const responses = objectOf(operation['responses']);
  const refusals = Object.keys(responses).filter((status) => Number(status) >= 400);
  const body = mediaOf(operation['requestBody']);
  return html`<section>
    <h3 id="${id}"><a href="#${id}">${summary[language]}</a></h3>
    <p>
      <code><span class="verb">${method}</span> /api/v1${path}</code>
    </p>
    ${about(operation)}${parameters(operation, language)}
    ${
      body &&
      html`<h4>${words.body}</h4>
        ${fieldsOf(openapi, body, language)}`
    }
    <h4>${words.example}</h4>
    <pre tabindex="0"><code>${curlOf(described)}</code></pre>
    ${answer(responses, language)}
    <p>
      ${words.refusals} ${refusals.map((status) => html`<span class="tag">${status}</span> `)}<a
        href="/docs/problems?lang=${language}"
        >→</a
      >
    </p>
  </section> `;
}

function about(operation: Schema): Markup | undefined {
  const text = textOf(operation['description']);
  return text === '' ? undefined : html`<p lang="en">${text}</p>`;
}

function parameters(operation: Schema, language: Language): Markup | undefined {
  const listed = parametersOf(operation);
  if (listed.length === 0) return undefined;
  const rows = listed.map(
    (each) =>
      html`<tr>
        <th scope="row"><code>${textOf(each['name'])}</code></th>
        <td>${textOf(each['in'])}${each['required'] ? ` · ${WORDS[language].required}` : ''}</td>
        <td>${typeOf(objectOf(each['schema']), language)}</td>
        <td>${textOf(each['description'])}</td>
      </tr> `,
  );
  const name = WORDS[language].parameters;
  return html`<h4>${name}</h4>
    <div class="table" tabindex="0" role="region" aria-label="${name}">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** A body that leaves out what the path says is described here, any other under its own name. */
function fieldsOf(openapi: Openapi, media: Schema, language: Language): Markup {
  const schema = objectOf(media['schema']);
  const name = textOf(schema['$ref']).split('/').at(-1) ?? '';
  return renderFields(openapi.components.schemas[name] ?? schema, language);
}

function answer(responses: Schema, language: Language): Markup | undefined {
  const media = mediaOf(responses['200']);
  if (!media) return undefined;
  const { example } = media;
  const shown = typeof example === 'string' ? example : JSON.stringify(example, undefined, 2);
  const type = typeOf(objectOf(media['schema']), language);
  return html`<details>
    <summary>${WORDS[language].answer}</summary>
    <p>${type}</p>
    <pre tabindex="0"><code>${shown}</code></pre>
  </details>`;
}

/** The request as a line for a shell, with the example's values. */
export function curlOf({ path, method, operation }: Described): string {
  const listed = parametersOf(operation);
  const example = (each: Schema): string => String(each['example'] ?? '');
  const from = (place: string): Schema[] =>
    listed.filter((each) => each['in'] === place && each['example'] !== undefined);
  const filled = from('path').reduce(
    (text, each) =>
      text.replace(`{${textOf(each['name'])}}`, () => encodeURIComponent(example(each))),
    path,
  );
  const query = from('query').map(
    (each) => `${textOf(each['name'])}=${encodeURIComponent(example(each))}`,
  );
  const media = mediaOf(operation['requestBody']);
  const open = [operation['security']].flat().length === 0;
  const address = `"$NODE/api/v1${filled}${query.length > 0 ? `?${query.join('&')}` : ''}"`;
  return [
    `curl -sS ${method === 'GET' ? '' : `-X ${method} `}${address}`,
    ...(open ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...from('header').map((each) => `-H ${quoted(`${textOf(each['name'])}: ${example(each)}`)}`),
    ...(media
      ? [
          `-H 'Content-Type: application/json'`,
          `-d ${quoted(JSON.stringify(media['example'], undefined, 2))}`,
        ]
      : []),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function parametersOf(operation: Schema): Schema[] {
  return [operation['parameters'] ?? []].flat().map((each) => objectOf(each));
}

/** The first form in which a body or an answer comes. */
function mediaOf(bodyOrAnswer: unknown): Schema | undefined {
  const [media] = Object.values(objectOf(objectOf(bodyOrAnswer)['content']));
  return media === undefined ? undefined : objectOf(media);
}
