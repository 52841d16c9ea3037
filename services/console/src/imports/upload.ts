// A file on its way to the node, part by part. It goes on while one looks at another screen of the console; after a
// reload the file is chosen again, and only what has not arrived is sent.
import { useSyncExternalStore } from 'react';
import { answer, client } from '../client.ts';
import { Problem } from '../problem.ts';

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
  importId: string;
  version: number;
  file: File;
  /** How many parts have arrived before. */
  received: number;
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
export function useUpload(importId: string): Upload | undefined {
  return useSyncExternalStore(subscribe, () => uploads.get(importId));
}

/** Sends what is missing and has the file read; what goes wrong is told to whoever looks. */
export async function startUpload(sending: Sending): Promise<void> {
  const { importId, version, file, received, onSent } = sending;
  const running = uploads.get(importId);
  if (running && running.problem === undefined) return;
  const parts = partsOf(file.size);
  stopped.delete(importId);
  try {
    for (let sent = received; sent < parts; sent += 1) {
      show(importId, { parts, sent });
      await sendPart(importId, sent + 1, file);
    }
    show(importId, { parts, sent: parts });
    await beginReading(importId, version);
    show(importId, undefined);
    onSent();
  } catch (problem) {
    const sent = uploads.get(importId)?.sent ?? received;
    stopped.set(importId, { ...sending, received: sent });
    show(importId, { parts, sent, problem });
  }
}

/** Goes on with the same file. */
export function goOnUploading(importId: string): void {
  const sending = stopped.get(importId);
  if (sending) void startUpload(sending);
}

export function beginReading(importId: string, version: number): Promise<unknown> {
  const params = { path: { importId } };
  const body = { expectedVersion: version };
  return answer(client.POST('/imports/{importId}/reading', { params, body }));
}

/** Nothing more is sent of an import that was given up. */
export function forgetUpload(importId: string): void {
  stopped.delete(importId);
  show(importId, undefined);
}

/** In hex. Only a secure context has it: HTTPS, or this machine itself. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sendPart(importId: string, partNo: number, file: File): Promise<void> {
  const slice = file.slice((partNo - 1) * partBytes, partNo * partBytes);
  const body = { content: await base64Of(slice) };
  const params = { path: { importId, partNo } };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await answer(client.PUT('/imports/{importId}/parts/{partNo}', { params, body }));
      return;
    } catch (problem) {
      const again = problem instanceof Problem && passing.includes(problem.status);
      if (!again || attempt === attemptsMax) throw problem;
      await new Promise((goOn) => setTimeout(goOn, pauseMs * 2 ** (attempt - 1)));
    }
  }
}

function base64Of(slice: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => failed(new Problem(0, { code: 'FILE_UNREADABLE' })));
    reader.readAsDataURL(slice);
  });
}

function show(importId: string, upload: Upload | undefined): void {
  if (upload) uploads.set(importId, upload);
  else uploads.delete(importId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
