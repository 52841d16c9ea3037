// The page of a notice, for whoever has no account: a table of the closed set of columns, no script, nothing loaded.
import type { PublicNotice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { yuanOf } from '@gonglian/kernel/money.ts';
import type { Language } from '../messages.ts';
import { html, type Markup } from '../reference/markup.ts';

type Words = Readonly<Record<Language, string>>;
type Line = PublicNotice['lines'][number];

const COLUMNS: Readonly<
  Record<string, { head: Words; cell: (line: Line, at: Language) => string }>
> = {
  NAME: { head: { zh: '姓名', en: 'Name' }, cell: (line) => line.nameMasked },
  UNION: { head: { zh: '所在工会', en: 'Union' }, cell: (line) => line.unionName },
  CATEGORY: { head: { zh: '类别', en: 'Category' }, cell: (line, at) => categoryOf(line, at) },
  AMOUNT: {
    head: { zh: '金额（元）', en: 'Amount (yuan)' },
    cell: ({ amountFen }) => (amountFen === 0n ? '' : yuanOf(amountFen)),
  },
};

const CATEGORIES: Readonly<Record<string, Words>> = {
  DEEP: { zh: '深度困难', en: 'Deep hardship' },
  RELATIVE: { zh: '相对困难', en: 'Relative hardship' },
  ACCIDENT: { zh: '意外致困', en: 'Hardship by accident' },
  RELIEF: { zh: '救助', en: 'Relief' },
  STUDY_AID: { zh: '金秋助学', en: 'Autumn study aid' },
  SPRING_JOBS: { zh: '春送岗位', en: 'Spring jobs' },
  SUMMER_COOLING: { zh: '夏送清凉', en: 'Summer cooling' },
  WINTER_WARMTH: { zh: '冬送温暖', en: 'Winter warmth' },
  RECUPERATION: { zh: '疗休养', en: 'Recuperation' },
};

const SEQ: Words = { zh: '序号', en: 'No.' };
const GONE: Words = { zh: '公示已结束', en: 'This notice is over' };
const GONE_TEXT: Words = {
  zh: '公示期已满或公示已撤回，内容不再公开。',
  en: 'Its period has ended, or it was withdrawn; what it said is public no more.',
};
const UNKNOWN: Words = { zh: '没有这件公示', en: 'There is no such notice' };
const UNKNOWN_TEXT: Words = { zh: '请核对网址。', en: 'Please check the address.' };
const STOPPED: Words = {
  zh: '因有异议正在核实，公示期暂停计算。',
  en: 'Somebody has objected: the days stand still until he is answered.',
};

export const gonePage = (at: Language): string => page(at, GONE[at], html`<p>${GONE_TEXT[at]}</p>`);
export const unknownPage = (at: Language): string =>
  page(at, UNKNOWN[at], html`<p>${UNKNOWN_TEXT[at]}</p>`);

export function noticePage(notice: PublicNotice, at: Language): string {
  const { heading, columns, lines, unionName, contactOffice, contactPhone } = notice;
  const shown = columns.flatMap((column) => COLUMNS[column] ?? []);
  const rows = lines.map(
    (line) =>
      html`<tr>
        <td>${line.seq}</td>
        ${shown.map(({ cell }) => html`<td>${cell(line, at)}</td> `)}
      </tr> `,
  );
  const contact = at === 'zh' ? '异议受理' : 'Objections to';
  return page(
    at,
    heading,
    html`<p>${periodOf(notice, at)}</p>
      <div class="table" tabindex="0" role="region" aria-label="${heading}">
        <table>
          <thead>
            <tr>
              <th scope="col">${SEQ[at]}</th>
              ${shown.map(({ head }) => html`<th scope="col">${head[at]}</th> `)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      <p>${contact}：${contactOffice} ${contactPhone}</p>
      <p>${unionName} ${notice.startsOn}</p>`,
  );
}

function periodOf({ startsOn, endsOn, standing }: PublicNotice, at: Language): string {
  if (standing === 'STOPPED') return STOPPED[at];
  return at === 'zh'
    ? `公示期：${startsOn} 至 ${endsOn} 24:00`
    : `From ${startsOn} to ${endsOn} 24:00`;
}

function categoryOf({ category }: Line, at: Language): string {
  return CATEGORIES[category]?.[at] ?? '';
}

function page(at: Language, title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="${at === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <title>${title}</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}
