// Weighs what a browser loads before the console stands, as the gateway packs it: the shell with its
// words, and the workbench in it, which is where a clerk begins. The limit is what was promised.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { printRows, type BenchRow } from '@gonglian/testing/bench.ts';

/** One file of the build, by the source it is made of. */
interface Piece {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, Piece>;

const SHELL_KB_MAX = 300;
// The gateway's own: services/gateway/src/compression.ts.
const QUALITY = 5;
const root = path.resolve(import.meta.dirname, '../..');

const dist = mkdtempSync(path.join(tmpdir(), 'gonglian-bench-'));
try {
  build();
  const shell = loaded(['index.html', 'src/i18n/zh-cn.ts']);
  const work = loaded(['src/shell/widgets.tsx', 'src/work/work-page.tsx']);
  const results = [
    rowOf('shell', new Set(['index.html', ...shell])),
    rowOf('shell and workbench', new Set(['index.html', ...shell, ...work])),
  ];
  printRows(results);
  process.exitCode = results.every(({ met }) => met) ? 0 : 1;
} finally {
  rmSync(dist, { recursive: true, force: true });
}

function build(): void {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--manifest', 'manifest.json', '--outDir', dist, '--emptyOutDir'];
  const cwd = path.join(root, 'services/console');
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the console could not be built: ${stderr.slice(-1_000)}`);
}

/** The files of these sources and of all that they import before they run. */
function loaded(sources: readonly string[]): Set<string> {
  const manifest = JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')) as Manifest;
  const files = new Set<string>();
  const seen = new Set<string>();
  for (const source of sources) collect(source);
  return files;

  function collect(source: string): void {
    if (seen.has(source)) return;
    seen.add(source);
    const piece = manifest[source];
    if (!piece) throw new Error(`the build has no ${source}`);
    for (const file of [piece.file, ...(piece.css ?? [])]) files.add(file);
    for (const next of piece.imports ?? []) collect(next);
  }
}

function rowOf(name: string, files: ReadonlySet<string>): BenchRow {
  const bytes = [...files].reduce((sum, file) => sum + packedBytes(file), 0);
  const value = Math.round(bytes / 102.4) / 10;
  return {
    name,
    value,
    unit: 'KB',
    limitName: '',
    limitValue: undefined,
    ratio: undefined,
    goal: `≤ ${SHELL_KB_MAX} KB`,
    met: value <= SHELL_KB_MAX,
  };
}

function packedBytes(file: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
  return brotliCompressSync(readFileSync(path.join(dist, file)), { params }).length;
}
