// The ways into a gateway in development, as a browser and as a program walk them.

import { DEVELOPMENT_PATH } from './development-provider.ts';

type Headers = Record<string, string>;

/** A browser without a window: it keeps cookies and follows one redirect at a time. */
export interface Browser {
  readonly cookies: Map<string, string>;
  go(url: string, headers?: Headers): Promise<Response>;
  /** Goes to the log-in, chooses a user and follows every redirect up to the last page. */
  logIn(user: string, returnTo?: string): Promise<Response>;
  /** Up to the address with a code to which the provider sends the browser back. */
  upToCode(user: string, returnTo?: string): Promise<URL>;
  cookieHeader(): string;
}

export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const cookieHeader = (): string =>
    [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const go = async (url: string, headers: Headers = {}): Promise<Response> => {
    const cookie = cookieHeader();
    const answer = await fetch(new URL(url, origin), {
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    return answer;
  };
  const upToCode = async (user: string, returnTo = '/'): Promise<URL> => {
    const first = await go(`/api/v1/login?return_to=${encodeURIComponent(returnTo)}`);
    const page = new URL(locationOf(first));
    page.searchParams.set('user', user);
    return new URL(locationOf(await go(page.href)));
  };
  return {
    cookies,
    go,
    upToCode,
    cookieHeader,
    logIn: async (user, returnTo) => go((await upToCode(user, returnTo)).href),
  };
}

/** An access token as a program gets it. */
export async function programToken(origin: string, user: string): Promise<string> {
  const answer = await fetch(`${origin}${DEVELOPMENT_PATH}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `development:${user}`,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token for ${user}: ${answer.status}`);
  return token;
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...bounds] = line.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  if (bounds.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, pair.slice(name.length + 1));
}

export function locationOf(answer: Response): string {
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`no redirect but ${answer.status} of ${answer.url}`);
  return location;
}
