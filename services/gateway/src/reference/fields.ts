import type { Language } from '../messages.ts';
import type { Schema } from '../schema.ts';
import { html, type Markup } from './markup.ts';

const HEADS: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  zh: ['字段', '类型', '等级', '说明'],
  en: ['Field', 'Type', 'Class', 'About'],
};

/** The fields of an object with their types and classes, or the values of an enumeration. */
export function renderFields(schema: Schema, language: Language): Markup {
  const properties = Object.entries(objectOf(schema['properties']));
  if (properties.length === 0) return html`<p>${typeOf(schema, language)}</p>`;
  const [field, type, fieldClass, about] = HEADS[language];
  const rows = properties.map(([name, property]) => {
    const each = objectOf(property);
    const handling = textOf(each['x-field-class']);
    return html`<tr>
      <th scope="row"><code>${name}</code></th>
      <td>${typeOf(each, language)}</td>
      <td>
        ${handling === '' ? undefined : html`<span class="tag ${handling}">${handling}</span>`}
      </td>
      <td>${textOf(each['description'])}</td>
    </tr> `;
  });
  return html`<div class="table" tabindex="0" role="region" aria-label="${field}">
    <table>
      <thead>
        <tr>
          <th scope="col">${field}</th>
          <th scope="col">${type}</th>
          <th scope="col">${fieldClass}</th>
          <th scope="col">${about}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** What a schema is, with a link where it is described elsewhere. */
export function typeOf(schema: Schema, language: Language): Markup {
  const ref = textOf(schema['$ref']);
  if (ref !== '') {
    const name = ref.split('/').at(-1) ?? '';
    return html`<a href="/docs/schemas?lang=${language}#${name}"><code>${name}</code></a>`;
  }
  if (schema['items']) return html`[ ${typeOf(objectOf(schema['items']), language)} ]`;
  if (schema['enum']) return html`<code>${[schema['enum']].flat().join(' | ')}</code>`;
  const values = objectOf(schema['additionalProperties']);
  if (Object.keys(values).length > 0) return html`{ …: ${typeOf(values, language)} }`;
  const format = textOf(schema['format']) || textOf(schema['contentEncoding']);
  const type = [schema['type'] ?? 'object'].flat().join(' | ');
  return html`<code>${format === '' ? type : `${type} (${format})`}</code>`;
}

export function objectOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
