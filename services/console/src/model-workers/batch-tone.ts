import type { Tone } from '../ui/chips.tsx';

const TONES: Readonly<Record<string, Tone>> = { APPROVED: 'good', DRAFT: 'warn' };

export const batchTone = (state: string): Tone => TONES[state] ?? 'plain';
