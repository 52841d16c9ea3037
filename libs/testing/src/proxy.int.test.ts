import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { startProxy, type Proxy } from './proxy.ts';

let proxy: Proxy;
const stops: (() => Promise<unknown> | void)[] = [];

beforeEach(async () => {
  const echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  const address = echo.address();
  proxy = await startProxy(typeof address === 'object' ? (address?.port ?? 0) : 0);
  stops.push(
    () => void echo.close(),
    () => proxy.stop(),
  );
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

function dial() {
  const heard = { text: '', closed: false };
  const socket: Socket = connect(proxy.port, '127.0.0.1');
  socket.on('data', (bytes) => (heard.text += bytes.toString()));
  socket.on('error', () => undefined).on('close', () => (heard.closed = true));
  stops.push(() => void socket.destroy());
  return { socket, heard };
}

test('bytes go through until the link is cut; a new connection works when it is mended', async () => {
  const { socket, heard } = dial();
  socket.write('one');
  await eventually(() => expect(heard.text).toBe('one'));
  proxy.cut();
  await eventually(() => expect(heard.closed).toBe(true));
  const refused = dial();
  await eventually(() => expect(refused.heard.closed).toBe(true));
  proxy.mend();
  const again = dial();
  again.socket.write('two');
  await eventually(() => expect(again.heard.text).toBe('two'));
});

test('a frozen link stays open and silent; what was said arrives when it is mended', async () => {
  const { socket, heard } = dial();
  socket.write('one');
  await eventually(() => expect(heard.text).toBe('one'));
  proxy.freeze();
  socket.write('two');
  const late = dial();
  late.socket.write('three');
  await new Promise((done) => setTimeout(done, 150));
  expect([heard, late.heard]).toEqual([
    { text: 'one', closed: false },
    { text: '', closed: false },
  ]);
  proxy.mend();
  await eventually(() => expect(heard.text + late.heard.text).toBe('onetwothree'));
});
