// Every "no" of the gateway is an RFC 9457 problem; this is the one map from refusals to HTTP
// (style 1.6).

import { isRefusal, type RefusalDetails, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { titleOf, type Language } from './messages.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;
  readonly traceId: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  duplicate: 409,
  stale: 412,
  refused: 422,
  busy: 429,
  unavailable: 503,
  late: 504,
};

// What fastify refuses before a handler runs, by its own codes.
const FRAMEWORK: Readonly<Record<string, readonly [number, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'BODY_TOO_LARGE'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'UNSUPPORTED_MEDIA_TYPE'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'BODY_INCOMPLETE'],
  FST_ERR_BAD_URL: [400, 'MALFORMED_URL'],
  FST_ERR_MAX_PARAM_LENGTH: [414, 'URL_TOO_LONG'],
};

/** A "no" that only HTTP knows, such as a precondition that is missing. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(status: number, code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** What a thrown value says to the caller; a bug says nothing but the trace id. */
export function toProblem(error: unknown, language: Language, traceId: string): Problem {
  const { status, code, details } = reduce(error);
  const title = titleOf(code, language);
  return { type: `urn:gonglian:problem:${code}`, title, status, code, details, traceId };
}

function reduce(error: unknown): Pick<Problem, 'status' | 'code' | 'details'> {
  if (isRefusal(error)) {
    return { status: STATUS_OF[error.kind], code: error.code, details: error.details };
  }
  if (error instanceof HttpRefusal) return error;
  const [status, code] = FRAMEWORK[codeOf(error)] ?? [500, 'INTERNAL'];
  return { status, code, details: {} };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
