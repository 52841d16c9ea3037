// A file on its way to the node, part by part. It goes on while one looks at another screen of the console; after a
// reload the file is chosen again, and only what has not arrived is sent.
import { useSyncExternalStore } from 'react';
import { Problem } from '../problem.ts';
import { base64Of } from '../ui/base64-of.ts';

export const partBytes = 2 * 1024 * 1024;
export const fileBytesMax = 20 * 1024 * 1024;
const attemptsMax = 4;
const pauseMs = 1_000;
/** What may be better in a moment: no network, too busy, not there just now. */
const passing = [0, 429, 502, 503, 504];

export interface Upload {
  readonly parts: number;
  readonly sent: number;
  /** What stopped it. */
  readonly problem?: unknown;
}

interface Sending {
  /** Of what the file becomes at the node. */
  id: string;
  file: File;
  /** How many parts have arrived before. */
  received: number;
  /** `content` in base 64. */
  putPart: (partNo: number, content: string) => Promise<unknown>;
  /** All parts have arrived: the node is asked to read them. */
  beginReading: () => Promise<unknown>;
  /** The node has the whole file and begins to read it. */
  onSent: () => void;
}

const uploads = new Map<string, Upload>();
/** What stopped half-way and may be gone on with, while the page is not loaded anew. */
const stopped = new Map<string, Sending>();
const listeners = new Set<() => void>();

export function partsOf(sizeBytes: number): number {
  return Math.ceil(sizeBytes / partBytes);
}

/** Undefined where nothing is being sent from this browser. */
export function useUpload(id: string): Upload | undefined {
  return useSyncExternalStore(subscribe, () => uploads.get(id));
}

/** Sends what is missing and has the file read; what goes wrong is told to whoever looks. */
export async function startUpload(sending: Sending): Promise<void> {
  const { id, file, received, beginReading, onSent } = sending;
  const running = uploads.get(id);
  if (running && running.problem === undefined) return;
  const parts = partsOf(file.size);
  stopped.delete(id);
  try {
    for (let sent = received; sent < parts; sent += 1) {
      show(id, { parts, sent });
      await sendPart(sending, sent + 1);
    }
    show(id, { parts, sent: parts });
    await beginReading();
    show(id, undefined);
    onSent();
  } catch (problem) {
    const sent = uploads.get(id)?.sent ?? received;
    stopped.set(id, { ...sending, received: sent });
    show(id, { parts, sent, problem });
  }
}

/** Goes on with the same file. */
export function goOnUploading(id: string): void {
  const sending = stopped.get(id);
  if (sending) void startUpload(sending);
}

/** Nothing more is sent of a file that was given up. */
export function forgetUpload(id: string): void {
  stopped.delete(id);
  show(id, undefined);
}

/** In hex. Only a secure context has it: HTTPS, or this machine itself. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sendPart({ file, putPart }: Sending, partNo: number): Promise<void> {
  const content = await base64Of(file.slice((partNo - 1) * partBytes, partNo * partBytes));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await putPart(partNo, content);
      return;
    } catch (problem) {
      const again = problem instanceof Problem && passing.includes(problem.status);
      if (!again || attempt === attemptsMax) throw problem;
      await new Promise((goOn) => setTimeout(goOn, pauseMs * 2 ** (attempt - 1)));
    }
  }
}

function show(id: string, upload: Upload | undefined): void {
  if (upload) uploads.set(id, upload);
  else uploads.delete(id);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
