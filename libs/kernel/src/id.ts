import { v5, v7, validate } from 'uuid';

// Fixed for ever: changing it would give every node's root union another id.
const PROJECT_NAMESPACE = '6f2d1c0a-5b7e-5c1d-9a44-0d8b3e7a91c5';
const CANONICAL = /^[0-9a-f-]{36}$/;

/** A new UUIDv7 in lower case: ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** The id of the root union of the node for a region code: the same wherever it is computed (UUIDv5). */
export function nodeRootUnionId(regionCode: string): string {
  return v5(`root-union/${regionCode}`, PROJECT_NAMESPACE);
}

/** Whether a text is a UUID in canonical lower case; ids are compared as texts. */
export function isId(text: string): boolean {
  return CANONICAL.test(text) && validate(text);
}
