// /public/notices/<id>: what is published, for whoever has no account. Nothing but that is open there.
import rateLimit from '@fastify/rate-limit';
import {
  GetPublicNoticeRequest,
  PublicNotice,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { isRefusal, unavailable } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { rawUnary } from '@gonglian/rpc/client.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import type { ActorTokens } from '../login/actor-tokens.ts';
import { addressKey } from '../login/failures.ts';
import { languageOf } from '../messages.ts';
import { HttpRefusal } from '../problem.ts';
import type { Channels } from '../routes.ts';
import { gonePage, noticePage, unknownPage } from './notice-page.ts';

const RPC = '/gonglian.welfare.v1.WelfareService/GetPublicNotice';
const DEADLINE_MS = 5_000;
/** From one address: who reads a notice opens it a few times; who looks for others that are there does not get far. */
const PER_MINUTE = 30;
const MINUTE_MS = 60_000;
/** Gone when it is over: kept by no browser, no cache on the way and no search engine. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  vary: 'accept-language',
};

export async function mountNotices(
  app: FastifyInstance,
  config: GatewayConfig,
  channels: Channels,
  tokens: ActorTokens,
): Promise<void> {
  const { region: node, rootUnionId: scope } = config;
  const gateway: Actor = { id: 'service:gateway', duty: 'gateway', scope, node, member: '' };
  await app.register(async (pages) => {
    await pages.register(rateLimit, {
      max: PER_MINUTE,
      timeWindow: MINUTE_MS,
      keyGenerator: ({ ip }) => addressKey(ip),
      errorResponseBuilder: (_request, { ttl }) =>
        new HttpRefusal(429, 'TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
    });
    pages.get<{ Params: { noticeId: string } }>(
      '/public/notices/:noticeId',
      async (request, reply) => {
        const { noticeId } = request.params;
        const token = await tokens.of(gateway);
        return answer(request, reply, await read(channels, noticeId, token));
      },
    );
  });
}

/** Undefined where there is none that is online. */
async function read(
  channels: Channels,
  noticeId: string,
  token: string,
): Promise<PublicNotice | undefined> {
  const channel = channels.get('welfare');
  if (!channel) throw unavailable('SERVICE_NOT_HERE', { service: 'welfare' });
  if (!isId(noticeId)) return undefined;
  const bytes = GetPublicNoticeRequest.encode({ noticeId }).finish();
  try {
    return PublicNotice.decode(
      await rawUnary(channel, RPC, bytes, { token, deadlineMs: DEADLINE_MS }),
    );
  } catch (error) {
    if (isRefusal(error) && error.kind === 'not_found') return undefined;
    throw error;
  }
}

function answer(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  notice: PublicNotice | undefined,
): FastifyReply {
  const language = languageOf(headers['accept-language']);
  const page = reply
    .headers(HEADERS)
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .type('text/html; charset=utf-8');
  if (!notice) return page.code(404).send(unknownPage(language));
  const gone = notice.standing !== 'RUNNING' && notice.standing !== 'STOPPED';
  return gone ? page.code(410).send(gonePage(language)) : page.send(noticePage(notice, language));
}
