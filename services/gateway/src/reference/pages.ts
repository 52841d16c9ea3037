// The rendered reference: the OpenAPI document and the guide as pages. No script runs on them.

import { listCodes, type Language } from '../messages.ts';
import type { Openapi } from '../openapi.ts';
import type { Schema } from '../schema.ts';
import { GUIDE } from './guide.ts';
import { html, type Markup } from './markup.ts';
import { operationsOf, renderOperation, type Described } from './operation.ts';
import { renderFields } from './fields.ts';

type Words = Readonly<Record<Language, string>>;

const TITLE: Words = { zh: '工联 接口参考', en: 'Gonglian API reference' };
const SKIP: Words = { zh: '跳到正文', en: 'Skip to the content' };
const PAGES: Readonly<Record<string, Words>> = {
  '': { zh: '使用说明', en: 'Guide' },
  membership: { zh: '会员', en: 'Members' },
  organisation: { zh: '组织', en: 'Unions' },
  competitions: { zh: '竞赛与荣誉', en: 'Competitions and honours' },
  welfare: { zh: '帮扶与维权', en: 'Welfare and rights' },
  finance: { zh: '财务', en: 'Finance' },
  sync: { zh: '汇总', en: 'Roll-up' },
  gateway: { zh: '网关', en: 'Gateway' },
  schemas: { zh: '数据结构', en: 'Schemas' },
  problems: { zh: '问题代码', en: 'Problem codes' },
};

/** Every page of the reference in one language, by its address below /docs. */
export function renderReference(openapi: Openapi, language: Language): Map<string, string> {
  const operations = operationsOf(openapi);
  const known = Object.keys(PAGES);
  const tags = [...new Set(operations.map(({ tag }) => tag))].toSorted(
    (one, other) => known.indexOf(one) - known.indexOf(other),
  );
  const pages = new Map<string, Markup>([['', guidePage(operations, language)]]);
  for (const tag of tags) pages.set(tag, tagPage(openapi, tag, operations, language));
  pages.set('schemas', schemasPage(openapi, language));
  pages.set('problems', problemsPage(language));
  const names = [...pages.keys()];
  return new Map(
    [...pages].map(([name, body]) => [name, wholePage(name, names, body, language).markup]),
  );
}

function wholePage(
  name: string,
  names: readonly string[],
  body: Markup,
  language: Language,
): Markup {
  const other = language === 'zh' ? 'en' : 'zh';
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const links = names.map(
    (each) =>
      html`<a
        href="${addressOf(each, language)}"
        ${each === name ? html` aria-current="page"` : undefined}
        >${nameOf(each, language)}</a
      > `,
  );
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${nameOf(name, language)} · ${TITLE[language]}</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${SKIP[language]}</a>
        <header>
          <h1>${TITLE[language]}</h1>
          <nav aria-label="${TITLE[language]}">
            ${links}
            <a
              href="${addressOf(name, other)}"
              lang="${other === 'zh' ? 'zh-CN' : 'en'}"
              hreflang="${other}"
              >${other === 'zh' ? '中文' : 'English'}</a
            >
          </nav>
        </header>
        <main id="content">
          <h2>${nameOf(name, language)}</h2>
          ${body}
        </main>
        <footer><a href="/api/v1/openapi.json">openapi.json</a></footer>
      </body>
    </html> `;
}

function guidePage(operations: readonly Described[], language: Language): Markup {
  const topics = GUIDE.map(
    ({ id, title, text, example }) =>
      html`<section>
        <h3 id="${id}">${title[language]}</h3>
        ${text[language].map((paragraph) => html`<p>${paragraph}</p> `)}
        ${example === undefined ? undefined : html`<pre tabindex="0"><code>${example}</code></pre>`}
      </section> `,
  );
  const index = operations.map(
    ({ id, tag, summary }) =>
      html`<li><a href="${addressOf(tag, language)}#${id}">${summary[language]}</a></li> `,
  );
  return html`${topics}
    <section>
      <h3 id="operations">${language === 'zh' ? '全部操作' : 'All operations'}</h3>
      <ul class="index">
        ${index}
      </ul>
    </section>`;
}

function tagPage(
  openapi: Openapi,
  tag: string,
  operations: readonly Described[],
  language: Language,
): Markup {
  const own = operations.filter((each) => each.tag === tag);
  const index = own.map(
    ({ id, summary }) => html`<li><a href="#${id}">${summary[language]}</a></li> `,
  );
  return html`<ul class="index">
      ${index}
    </ul>
    ${own.map((each) => renderOperation(openapi, each, language))}`;
}

function schemasPage(openapi: Openapi, language: Language): Markup {
  const schemas = Object.entries(openapi.components.schemas).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return html`${schemas.map(
    ([name, schema]) =>
      html`<section>
        <h3 id="${name}"><code>${name}</code></h3>
        ${describedAs(schema)}${renderFields(schema, language)}
      </section> `,
  )}`;
}

function describedAs({ description }: Schema): Markup | undefined {
  return typeof description === 'string' ? html`<p>${description}</p>` : undefined;
}

function problemsPage(language: Language): Markup {
  const rows = listCodes().map(
    ({ code, status, zh, en }) =>
      html`<tr id="${code}">
        <th scope="row">
          <a href="#${code}"><code>${code}</code></a>
        </th>
        <td>${status}</td>
        <td lang="zh-CN">${zh}</td>
        <td lang="en">${en}</td>
      </tr> `,
  );
  const heads: Words = { zh: '代码', en: 'Code' };
  const intro: Words = {
    zh: '拒绝的原因，按代码排列。同样的代码也出现在批量办理和导入的逐行结果中。',
    en: 'Why a request was refused, by code. The same codes stand in the rows of a batch or an import.',
  };
  return html`<p>${intro[language]}</p>
    <div class="table" tabindex="0" role="region" aria-label="${nameOf('problems', language)}">
      <table>
        <thead>
          <tr>
            <th scope="col">${heads[language]}</th>
            <th scope="col">HTTP</th>
            <th scope="col">中文</th>
            <th scope="col">English</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

export function addressOf(name: string, language: Language): string {
  return `/docs${name === '' ? '' : `/${name}`}?lang=${language}`;
}

function nameOf(name: string, language: Language): string {
  return PAGES[name]?.[language] ?? name;
}
