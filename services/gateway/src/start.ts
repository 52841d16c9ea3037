import { rpcChannel } from '@gonglian/rpc/client.ts';
import { buildApp } from './app.ts';
import { openChanges } from './changes.ts';
import { LIMITS, type GatewayConfig } from './config.ts';
import { openSessions } from './login/open-sessions.ts';

export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the gateway; resolves once it listens. */
export async function start(config: GatewayConfig): Promise<RunningGateway> {
  const limits = { ...LIMITS, ...config.limits };
  let listening = '';
  const publicUrl = (): string => config.publicUrl ?? listening;
  const sessions = await openSessions(config, limits, publicUrl);
  const channels = new Map(
    Object.entries(config.services).map(([name, address]) => [name, rpcChannel(address)]),
  );
  const changes = await openChanges(config.changes, limits);
  const app = await buildApp(config, limits, channels, changes, sessions);

  const stop = async (): Promise<void> => {
    await changes.close();
    const cut = setTimeout(() => app.server.closeAllConnections(), limits.drainMs);
    await app.close();
    clearTimeout(cut);
    sessions.accounts.close();
    for (const channel of channels.values()) channel.close();
  };

  if (!config.provider) config.log.warn({}, 'log-in without a password is open (development)');
  try {
    listening = await app.listen({ host: config.host, port: config.port });
    return { url: listening, stop };
  } catch (error) {
    await stop();
    const where = `${config.host}:${config.port}`;
    throw new Error(`gateway: cannot listen on ${where}: is the port taken?`, { cause: error });
  }
}
