// The few pages that the gateway draws itself; no script, nothing loaded.

import type { Language } from '../messages.ts';

const STYLE = `
body{margin:0;background:#f6f1e8;color:#241f1a;font:16px/1.6 system-ui,sans-serif}
main{max-width:34rem;margin:8vh auto;padding:2rem;background:#fff;border-top:4px solid #a1231a}
h1{margin:0 0 .5rem;font-size:1.4rem}ul{margin:1rem 0;padding:0;list-style:none}
li{margin:.5rem 0}a{color:#a1231a}
li a{display:block;padding:.75rem 1rem;border:1px solid #b9ac9b;border-radius:3px}
a:focus-visible{outline:3px solid #a1231a;outline-offset:2px}small{color:#574e45}`;

export interface Choice {
  readonly href: string;
  readonly name: string;
  readonly hint: string;
}

export function failurePage(language: Language, title: string, again: string): string {
  const words = language === 'zh' ? ['登录未完成', '重新登录'] : ['Log-in failed', 'Log in again'];
  const [heading = '', link = ''] = words;
  return page(
    language,
    heading,
    `<h1>${text(heading)}</h1><p role="alert">${text(title)}</p>
<p><a href="${text(again)}">${text(link)}</a></p>`,
  );
}

export function choicesPage(language: Language, choices: readonly Choice[]): string {
  const zh = language === 'zh';
  const heading = zh ? '选择登录身份（开发环境）' : 'Log in as (development)';
  const lead = zh
    ? '此页只在开发环境出现，不设密码。'
    : 'This page is for development only; there is no password.';
  const items = choices.map(
    ({ href, name, hint }) =>
      `<li><a href="${text(href)}"><strong>${text(name)}</strong> <small>${text(hint)}</small></a></li>`,
  );
  const body = `<h1>${text(heading)}</h1><p>${text(lead)}</p><ul>${items.join('\n')}</ul>`;
  return page(language, heading, body);
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text(title)}</title><link rel="icon" href="/mark.svg" type="image/svg+xml"><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(plain: string): string {
  return plain.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
