import { eventType, type FactType } from './fact.ts';

/** CloudEvents 1.0, structured mode. `glseq` is the position in its source, from 1, without gaps. */
export interface Envelope {
  specversion: '1.0';
  id: string;
  type: string;
  source: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  glseq: number;
  traceparent?: string;
  data: unknown;
}

/** `urn:gonglian:node:<region>:<service>`: positions are gapless per service, so the service is part of the source. */
export function sourceOf(node: string, service: string): string {
  return `urn:gonglian:node:${node}:${service}`;
}

/** `gl.<node>.<service>.<fact>`; a fact's own dots are kept, so `gl.*.membership.member.>` is every fact of members. */
export function subjectOf(node: string, service: string, factName: string): string {
  return `gl.${node}.${service}.${factName}`;
}

/** The stream that holds one service's facts at one node. */
export function streamOf(node: string, service: string): string {
  return `gl_${node}_${service}`;
}

/** Finds the declared fact behind a wire type, or undefined for one this reader does not take. */
export function factIndex(facts: readonly FactType[]): Map<string, FactType> {
  return new Map(facts.map((type) => [eventType(type), type]));
}
