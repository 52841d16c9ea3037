// What an auditor does at a terminal: takes a package away, and verifies it wherever he is.
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { auditVerify, Misuse } from '@gonglian/proof/verify-command.ts';
import { webAddress } from './health.ts';
import { openHome, root } from './home.ts';
import { openClient, type NodeClient } from './node-api.ts';
import { remembered } from './processes.ts';
import { basePort, planNodes, type NodePlan } from './topology.ts';

const brief = { attempts: 3, timeoutMs: 60_000 };

export async function audit([what, ...args]: string[]): Promise<number> {
  if (what === 'export') return exportPackage(args);
  if (what === 'verify') return verifyPackage(args);
  if (what === 'key') return showKey(args);
  throw new Trouble('说明要做什么 / say what: export, verify or key');
}

function verifyPackage(args: string[]): number {
  try {
    return auditVerify(args, console.log, fileAt) ? 0 : 1;
  } catch (error) {
    if (error instanceof Misuse) throw new Trouble(error.message, { cause: error });
    throw error;
  }
}

const node = { node: { type: 'string' } } as const;

async function showKey(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: node });
  console.log(await keyOf(await clientOf(chooseNode(values.node))));
  return 0;
}

async function exportPackage(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { ...node, union: text, out: text, reason: text };
  const { values } = parseArgs({ args, options });
  if (values.out === undefined) throw new Trouble('导出到哪里 / say where to: --out FILE');
  const file = fileAt(values.out);
  if (existsSync(file)) throw new Trouble(`文件已存在 / ${file} is there already`);
  const plan = chooseNode(values.node);
  const reason = values.reason ?? (await askReason());
  const client = await clientOf(plan);
  const query = new URLSearchParams({ reason, ...(values.union ? { unionId: values.union } : {}) });
  const bytes = await save(await client.open(`/ledger/audit-package?${query.toString()}`), file);
  console.log(`已导出 ${bytes} 字节到 ${file}`);
  console.log(`${bytes} bytes were written to ${file}`);
  console.log(`核验 / to verify: ./gonglian audit verify ${file} --key ${await keyOf(client)}`);
  return 0;
}

/** Whole or not at all. */
async function save(body: ReadableStream<Uint8Array>, file: string): Promise<number> {
  const part = `${file}.part`;
  const out = createWriteStream(part, { mode: 0o600 });
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), out);
  } catch (cause) {
    rmSync(part, { force: true });
    throw new Trouble('导出中断 / the export broke off', { cause });
  }
  renameSync(part, file);
  return out.bytesWritten;
}

/** It is kept with who took the package, for as long as the node keeps anything. */
async function askReason(): Promise<string> {
  if (!process.stdin.isTTY) throw new Trouble('说明事由 / say what for: --reason TEXT');
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await asked.question('导出事由（将记入查阅记录）/ what for: ');
  } finally {
    asked.close();
  }
}

async function keyOf(client: NodeClient): Promise<string> {
  return (await client.get<{ publicKey: string }>('/ledger/audit-key')).publicKey;
}

const clientOf = (plan: NodePlan): Promise<NodeClient> =>
  openClient(plan.region, webAddress(plan.ports.gateway), 'auditor', brief);

/** The one that is named, or the only one that runs. */
function chooseNode(region: string | undefined): NodePlan {
  const all = planNodes(basePort(process.env));
  const running = remembered(openHome()).filter(({ kind }) => kind === 'node');
  const names = region === undefined ? running.map(({ name }) => name) : [region];
  const found = all.filter((plan) => names.some((name) => name.endsWith(plan.region)));
  const [only] = found;
  if (only && found.length === 1) return only;
  const which = all.map((plan) => plan.region).join(', ');
  throw new Trouble(`指明一个节点 / say which node: --node, one of ${which}`);
}

function fileAt(name: string): string {
  return path.resolve(process.env.INIT_CWD ?? root, name);
}
