// A gateway as it runs, in front of real gRPC servers of the generated definitions that answer as a
// test says.

import {
  Membership,
  MembershipServiceService,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { ServiceDefinition } from '@gonglian/rpc/definition.ts';
import { startRpc, type HandlerOf } from '@gonglian/rpc/server.ts';
import type { GatewayConfig } from './config.ts';
import { openBrowser, programToken } from './login/log-in.fixture.ts';
import { standings } from './login/standings.fixture.ts';
import { start } from './start.ts';

type Some<Definition> = { [Name in keyof Definition]?: HandlerOf<Definition[Name]> };

export interface FarEnd {
  membership?: Some<typeof MembershipServiceService>;
  organisation?: Some<typeof OrganisationServiceService>;
  sync?: Some<typeof SyncServiceService>;
  competitions?: Some<typeof CompetitionsServiceService>;
  finance?: Some<typeof FinanceServiceService>;
  welfare?: Some<typeof WelfareServiceService>;
}

export interface World {
  readonly url: string;
  readonly services: Readonly<Record<string, string>>;
  readonly lines: Record<string, unknown>[];
  ask(path: string, init?: RequestInit): Promise<Answer>;
  /** The same as the clerk, by bearer, with an idempotency key where one is needed. */
  clerk(path: string, init?: RequestInit): Promise<Answer>;
  /** By a browser and as a program. */
  logIn(user?: string): Promise<{ token: string; cookie: string }>;
  stop(): Promise<void>;
  stopServices(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export const secret = Buffer.alloc(32, 5);

export const membership: Membership = Membership.fromJSON({
  memberId: 'm-1',
  unionId: 'u-1',
  state: 'ACTIVE',
  version: 4,
});

const ROOT = 'u-root';
// Outside development there is no gateway without a provider.
const PROVIDED = {
  publicUrl: 'https://gonglian.invalid',
  provider: {
    issuer: 'https://id.invalid',
    clientId: 'gonglian',
    audience: 'gonglian-api',
  },
};

const NODE = {
  host: '127.0.0.1',
  port: 0,
  region: '320500',
  name: '苏州市总工会',
  level: 'CITY',
  superior: '320000',
  subordinates: ['320505'],
  rootUnionId: ROOT,
  development: true,
  secret,
};

export async function openWorld(
  farEnd: FarEnd = {},
  given: Partial<GatewayConfig> = {},
): Promise<World> {
  const servers = await Promise.all([
    serve(MembershipServiceService, farEnd.membership),
    serve(OrganisationServiceService, { ...standings(ROOT), ...farEnd.organisation }),
    serve(SyncServiceService, farEnd.sync),
    serve(FinanceServiceService, farEnd.finance),
    serve(CompetitionsServiceService, farEnd.competitions),
    serve(WelfareServiceService, farEnd.welfare),
  ]);
  const [members, unions, numbers, money, contests, help] = servers.map(({ address }) => address);
  const services = {
    membership: `${members}`,
    organisation: `${unions}`,
    sync: `${numbers}`,
    finance: `${money}`,
    competitions: `${contests}`,
    welfare: `${help}`,
  };
  const lines: World['lines'] = [];
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, message, ...fields });
  const gateway = await start({
    ...NODE,
    ...(given.development === false ? PROVIDED : {}),
    services,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ...given,
  });
  const { url } = gateway;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> =>
    toAnswer(await fetch(url + path, init));
  const logIn = async (user = 'clerk'): Promise<{ token: string; cookie: string }> => {
    const browser = openBrowser(url);
    await browser.logIn(user);
    return { token: await programToken(url, user), cookie: browser.cookieHeader() };
  };
  let token: string | undefined;
  return {
    url,
    services,
    lines,
    ask,
    logIn,
    async clerk(path, init = {}) {
      token ??= await programToken(url, 'clerk');
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      if (init.method && !headers.has('idempotency-key')) headers.set('idempotency-key', 'key-1');
      return ask(path, { ...init, headers });
    },
    stopServices: async () => {
      await Promise.all(servers.map((server) => server.stop(100)));
    },
    async stop() {
      await gateway.stop();
      await Promise.all(servers.map((server) => server.stop(100)));
    },
  };
}

export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  };
}

function serve(definition: ServiceDefinition, some: object = {}) {
  const rest = Object.keys(definition).map((name) => [name, () => Promise.reject(notFound(name))]);
  const services = [{ definition, handlers: { ...Object.fromEntries(rest), ...some } }];
  return startRpc({ address: '127.0.0.1:0', secret, services, reflection: false });
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, text, json };
}
