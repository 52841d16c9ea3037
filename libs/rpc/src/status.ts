// The two total maps between refusals and gRPC statuses (style 1.6); no status is chosen anywhere
// else.

import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import {
  isRefusal,
  Refusal,
  type RefusalDetails,
  type RefusalKind,
} from '@gonglian/kernel/refusal.ts';
import { KEYS, textOf } from './definition.ts';

const STATUS_OF: Record<RefusalKind, status> = {
  invalid: status.INVALID_ARGUMENT,
  unauthenticated: status.UNAUTHENTICATED,
  forbidden: status.PERMISSION_DENIED,
  not_found: status.NOT_FOUND,
  duplicate: status.ALREADY_EXISTS,
  stale: status.ABORTED,
  refused: status.FAILED_PRECONDITION,
  busy: status.RESOURCE_EXHAUSTED,
  unavailable: status.UNAVAILABLE,
  late: status.DEADLINE_EXCEEDED,
};

const KIND_OF: Record<status, RefusalKind | 'failure'> = {
  [status.OK]: 'failure',
  // Nobody here cancels and goes on listening: the other side went away.
  [status.CANCELLED]: 'unavailable',
  [status.UNKNOWN]: 'failure',
  [status.INVALID_ARGUMENT]: 'invalid',
  [status.DEADLINE_EXCEEDED]: 'late',
  [status.NOT_FOUND]: 'not_found',
  [status.ALREADY_EXISTS]: 'duplicate',
  [status.PERMISSION_DENIED]: 'forbidden',
  [status.RESOURCE_EXHAUSTED]: 'busy',
  [status.FAILED_PRECONDITION]: 'refused',
  [status.ABORTED]: 'stale',
  [status.OUT_OF_RANGE]: 'failure',
  [status.UNIMPLEMENTED]: 'failure',
  [status.INTERNAL]: 'failure',
  [status.UNAVAILABLE]: 'unavailable',
  [status.DATA_LOSS]: 'failure',
  [status.UNAUTHENTICATED]: 'unauthenticated',
};

// Trailers share one header block with the transport's own; a larger one would break the call it
// explains.
const DETAILS_CHARS_MAX = 4096;

/**
 * The other side failed in a way that is no refusal. Its words stay there; only the trace id
 * travels.
 */
export class RemoteFailure extends Error {
  readonly statusName: string;
  readonly traceId: string | undefined;

  constructor(statusName: string, traceId: string | undefined, options?: ErrorOptions) {
    super(`remote failure: ${statusName}`, options);
    this.name = 'RemoteFailure';
    this.statusName = statusName;
    this.traceId = traceId;
  }
}

/** What a thrown value becomes on the wire. */
export function toStatus(error: unknown, traceId: string): StatusObject {
  const metadata = new Metadata();
  if (!isRefusal(error)) {
    metadata.set(KEYS.traceId, traceId);
    return { code: status.INTERNAL, details: `internal error, trace ${traceId}`, metadata };
  }
  metadata.set(KEYS.code, error.code);
  metadata.set(KEYS.details, encodeDetails(error.details));
  return { code: STATUS_OF[error.kind], details: error.code, metadata };
}

/**
 * What a failed call means here: the refusal that was thrown there, or what the transport itself
 * reports.
 */
export function fromStatus(error: ServiceError): Refusal | RemoteFailure {
  const kind = KIND_OF[error.code] ?? 'failure';
  const name = status[error.code] ?? 'UNKNOWN';
  if (kind === 'failure') {
    return new RemoteFailure(name, textOf(error.metadata, KEYS.traceId), { cause: error });
  }
  const code = textOf(error.metadata, KEYS.code);
  const details = decodeDetails(textOf(error.metadata, KEYS.details));
  return new Refusal(kind, code ?? name, details, { cause: error });
}

/** Metadata values are ASCII, so everything else is written as a JSON escape. */
function encodeDetails(details: RefusalDetails): string {
  const json = JSON.stringify(details).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.length <= DETAILS_CHARS_MAX ? json : '{"detailsTooLong":true}';
}

function decodeDetails(json: string | undefined): RefusalDetails {
  const details: RefusalDetails = {};
  for (const [key, value] of Object.entries(parsed(json))) {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
      details[key] = value as RefusalDetails[string] & {};
    }
  }
  return details;
}

function parsed(json: string | undefined): object {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A peer of another version may write another form; the code says enough.
    return {};
  }
}
