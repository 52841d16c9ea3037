import { lazily } from '@gonglian/kernel/lazily.ts';
import type { FastifyInstance } from 'fastify';
import { languageOf, type Language } from '../messages.ts';
import type { Openapi } from '../openapi.ts';
import { HttpRefusal } from '../problem.ts';
import { renderReference } from './pages.ts';
import { STYLE } from './style.ts';

/** /docs: the reference of this very gateway, in both languages, rendered when they are first asked for. */
export function mountReference(app: FastifyInstance, openapi: () => Openapi): void {
  const pages: Readonly<Record<Language, () => Map<string, string>>> = {
    zh: lazily(() => renderReference(openapi(), 'zh')),
    en: lazily(() => renderReference(openapi(), 'en')),
  };
  app.get('/docs/style.css', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(STYLE),
  );
  for (const url of ['/docs', '/docs/:page']) {
    app.get<{ Params: { page?: string }; Querystring: { lang?: unknown } }>(
      url,
      async ({ params, query, headers }, reply) => {
        const asked = query.lang === 'zh' || query.lang === 'en' ? query.lang : undefined;
        const language = asked ?? languageOf(headers['accept-language']);
        const page = pages[language]().get(params.page ?? '');
        if (page === undefined) throw new HttpRefusal(404, 'ROUTE_NOT_FOUND');
        return reply
          .header('cache-control', 'no-cache')
          .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
          .header('vary', 'accept-language')
          .type('text/html; charset=utf-8')
          .send(page);
      },
    );
  }
}
