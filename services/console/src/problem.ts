// What the gateway (or the network) answers instead of a result: RFC 9457 problem details.
import type { components } from './gen/api.d.ts';

type Body = Partial<components['schemas']['Problem']>;

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly traceId: string;
  /** Where the reference explains the code. */
  readonly help: string;

  constructor(status: number, body: Body) {
    super(body.title ?? '');
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? '';
    this.details = body.details ?? {};
    this.traceId = body.traceId ?? '';
    this.help = body.help ?? '';
  }
}

/** What a proxy on the way says is no problem document; its status remains. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Body;
  return new Problem(response.status, body);
}
