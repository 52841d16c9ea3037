// Runs on the Node.js the machine has: installs the packages when the lock file is not the installed one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearStamp, isInstalled, stampInstalled } from './stamp.mjs';

const lock = path.resolve('.gonglian/install.lock');
const log = path.resolve('.gonglian/install.log');
const WAIT_LIMIT_MS = 15 * 60_000;
const NEEDED_MB = 1500;
const FULL_MB = 50;
const patience = [
  '--fetch-timeout=10000',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=2000',
];

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;
const reasons = [
  [/ENOSPC/, 'the disk is full'],
  [/E(ACCES|PERM|ROFS)\b/, `no right to write in ${process.cwd()}`],
  [offline, 'the npm registry cannot be reached; check the network, or the registry npm is set to'],
  [/E404/, 'the npm registry lacks a package'],
  [/EUSAGE/, 'package.json and package-lock.json do not match'],
  [/EINTEGRITY/, 'a package is not the one the lock file names'],
];

if (!isInstalled()) process.exitCode = await install();
if (!process.exitCode) process.exitCode = checkRuntime();

async function install() {
  try {
    mkdirSync(path.dirname(lock), { recursive: true, mode: 0o711 });
    await takeLock();
  } catch (error) {
    return fail(error.message);
  }
  try {
    return isInstalled() ? 0 : await installLocked();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function installLocked() {
  const isNew = !existsSync('node_modules');
  if (isNew && freeMb() < NEEDED_MB) {
    return fail(`the disk has ${freeMb()} MB free, ${NEEDED_MB} MB are needed`);
  }
  const began = Date.now();
  console.error('installing packages (only when they change) …');
  clearStamp();
  const { code, output, interrupted } = await npmCi();
  if (code === 0) {
    stampInstalled();
    rmSync(log, { force: true });
    console.error(`installed packages in ${Math.round((Date.now() - began) / 1000)} s`);
    return 0;
  }
  const isFull = freeMb() < FULL_MB;
  if (isNew) rmSync('node_modules', { recursive: true, force: true });
  if (interrupted) return 130;
  if (isFull) return fail('the disk is full');
  const known = reasons.find(([pattern]) => pattern.test(output))?.[1];
  if (known) return fail(known);
  writeFileSync(log, output);
  const lines = output.trim().split('\n');
  const said = lines.find((line) => /^npm (error|ERR!) (?!code|path)/.test(line)) ?? lines.at(-1);
  return fail(`${said} (${log})`);
}

function fail(reason) {
  console.error(`packages could not be installed: ${reason}`);
  return 1;
}

function freeMb() {
  const { bavail, bsize } = statfsSync('.');
  return Math.floor((bavail * bsize) / 1024 ** 2);
}

/**
 * Without a network npm tries each of hundreds of packages again and again, for minutes: so it is asked
 * first, and told to make do with its cache.
 */
async function npmCi() {
  const ping = await npm('ping', ...patience);
  if (ping.interrupted) return { ...ping, code: 130 };
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const cut = ping.code !== 0 && offline.test(ping.output);
  return npm('ci', ...options, '--loglevel=error', ...(cut ? ['--offline'] : []));
}

function npm(...args) {
  const beside = path.join(path.dirname(process.execPath), 'npm');
  const program = existsSync(beside) ? beside : 'npm';
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let interrupted = false;
    const keep = (bytes) => {
      output = (output + bytes).slice(-1_000_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        interrupted = true;
        child.kill('SIGTERM');
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
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld()) rmSync(lock, { force: true });
    else if (Date.now() > deadline) throw new Error(`another install holds ${lock}`);
    else {
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
