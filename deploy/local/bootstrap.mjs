// Runs on the Node.js the machine has: installs the packages when the lock file is not the installed one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearStamp, isInstalled, stampInstalled } from './stamp.mjs';

const lock = path.resolve('.gonglian/install.lock');
const log = path.resolve('.gonglian/install.log');
const WAIT_LIMIT_MS = 15 * 60_000;

const reasons = [
  [/ENOSPC/, 'the disk is full'],
  [/E(ACCES|PERM|ROFS)\b/, `no right to write in ${process.cwd()}`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    'the npm registry cannot be reached; check the network and the npm registry setting',
  ],
  [/E404/, 'the npm registry lacks a package'],
  [/EUSAGE/, 'package.json and package-lock.json do not match'],
  [/EINTEGRITY/, 'a package is not the one the lock file names'],
];

if (!isInstalled()) process.exitCode = await install();
if (!process.exitCode) process.exitCode = checkRuntime();

async function install() {
  mkdirSync(path.dirname(lock), { recursive: true, mode: 0o711 });
  if (!(await takeLock())) return 1;
  try {
    return isInstalled() ? 0 : await installLocked();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function installLocked() {
  const isNew = !existsSync('node_modules');
  const started = Date.now();
  console.error('installing packages (only when they change) …');
  clearStamp();
  const { code, output, interrupted } = await npmCi();
  if (code === 0) {
    stampInstalled();
    rmSync(log, { force: true });
    console.error(`installed packages in ${Math.round((Date.now() - started) / 1000)} s`);
    return 0;
  }
  if (isNew) rmSync('node_modules', { recursive: true, force: true });
  if (interrupted) return 130;
  const known = reasons.find(([pattern]) => pattern.test(output))?.[1];
  const said = output.split('\n').find((line) => /^npm (error|ERR!) (?!code)/.test(line));
  console.error(
    `packages could not be installed: ${known ?? said ?? output.trim().split('\n').at(-1)}`,
  );
  if (!known) writeFileSync(log, output);
  return 1;
}

/** Short waits between tries: without a network the answer should come in seconds, not in minutes. */
function npmCi() {
  const options = [
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const patience = [
    '--fetch-retries=3',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const beside = path.join(path.dirname(process.execPath), 'npm');
  const npm = existsSync(beside) ? beside : 'npm';
  return new Promise((done) => {
    const child = spawn(npm, ['ci', ...options, ...patience], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let interrupted = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        output = (output + bytes).slice(-100_000);
      });
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        interrupted = true;
        child.kill(signal);
      });
    }
    child.once('error', (error) => done({ code: 1, output: `npm: ${error.message}`, interrupted }));
    child.once('close', (code) => done({ code: code ?? 1, output, interrupted }));
  });
}

/** Two at once would delete each other's files: the second waits for the first. */
async function takeLock() {
  const deadline = Date.now() + WAIT_LIMIT_MS;
  for (let said = false; ; said = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        console.error(`packages could not be installed: ${error.message}`);
        return false;
      }
    }
    if (!isHeld()) rmSync(lock, { force: true });
    else if (Date.now() > deadline) {
      console.error(`packages could not be installed: another install holds ${lock}`);
      return false;
    } else {
      if (!said) console.error('waiting for another install to end …');
      await sleep(500);
    }
  }
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function checkRuntime() {
  if (existsSync('node_modules/.bin/node')) return 0;
  if (Number(process.versions.node.split('.')[0]) >= 24) return 0;
  const platform = `${process.platform}-${process.arch}`;
  console.error(
    `npm brings no Node.js for ${platform}: install Node.js 24 or later (this is ${process.version})`,
  );
  return 1;
}
