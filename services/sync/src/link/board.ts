// What the running links of this node say of themselves. Use cases see this much of them and no more.

export interface UplinkState {
  connected: boolean;
  /** Last position that the superior's stream has stored. */
  sent: number;
  /** Empty while well. */
  problem: string;
}

export interface SourceState {
  /** What is read: a service of this node, or a subordinate. */
  from: string;
  applied: number;
  /** Where the stream stands; undefined where the broker does not say. */
  end: number | undefined;
  /** Empty while well. */
  problem: string;
}

/** A question on its way out. */
export interface Asked {
  kind: string;
  body: Buffer;
  /** How long this side waits for the answer, and how long the other may work on it. */
  timeoutMs: number;
  withinMs: number;
}

export interface RunningLinks {
  /** Undefined for a node without a superior. */
  uplink(): UplinkState | undefined;
  /** How far everything that this node reads has been applied, and how far it goes. */
  sources(): Promise<SourceState[]>;
  /** Says to the superior now what this node holds, so that both can compare. */
  sayDigest(): Promise<void>;
  /** The answer of a neighbour while one waits, or its refusal. */
  ask(node: string, asked: Asked): Promise<Buffer>;
  /** True when all facts of this node itself are in their stream. */
  factsSent(): boolean;
}

/** Empty until the links are started, which is after the service is. */
export interface LinkBoard {
  running?: RunningLinks;
  isVerifying?: boolean;
}
