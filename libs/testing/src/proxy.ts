import { connect, createServer, type Socket } from 'node:net';

/** A link that can be broken: every connection to `port` goes on to the target. */
export interface Proxy {
  port: number;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Keeps connections open and lets nothing through, as a frozen peer or a lost route does. */
  freeze(): void;
  /** Lets everything through again; what was held back while frozen arrives late. */
  mend(): void;
  stop(): Promise<void>;
}

/** Listens on a free port of loopback and passes bytes on to `targetPort` until told otherwise. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  const open = new Set<Socket>();
  let state: 'whole' | 'cut' | 'frozen' = 'whole';
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy();
    const far = connect({ port: targetPort, host: '127.0.0.1' });
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');

  function join(from: Socket, to: Socket): void {
    open.add(from);
    from.setNoDelay(true);
    if (state === 'frozen') from.pause();
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    from.on('drain', () => state !== 'frozen' && to.resume());
    from.on('error', () => undefined); // 'close' follows and says all there is to say
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  }

  return {
    port: address.port,
    cut() {
      state = 'cut';
      for (const socket of open) socket.destroy();
    },
    freeze() {
      state = 'frozen';
      for (const socket of open) socket.pause();
    },
    mend() {
      state = 'whole';
      for (const socket of open) socket.resume();
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
