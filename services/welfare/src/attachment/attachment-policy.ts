import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { PaperBounds } from './paper.ts';

export interface AttachmentPolicy {
  /** Of each paper; `paper.papers_max` of one record. */
  'paper.bounds': PaperBounds;
  'paper.papers_max': number;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null, orderedBy: 'design default' };

export const ATTACHMENT_POLICY: readonly PolicyEntry<AttachmentPolicy>[] = [
  {
    ...always,
    key: 'paper.bounds',
    value: { bytesMax: 2_621_440, sideMax: 12_000, pixelsMax: 50_000_000, drawnSideMax: 2_560 },
  },
  { ...always, key: 'paper.papers_max', value: 30 },
];
