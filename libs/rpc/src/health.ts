import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { service as definition } from 'grpc-health-check';
import { unary, type RpcChannel } from './client.ts';

/** Whether a server says that it serves: the whole of it, or one service by its full name. */
export async function isServing(
  channel: RpcChannel,
  deadlineMs: number,
  service = '',
): Promise<boolean> {
  const check = definition['Check'];
  if (!check) throw new Error('rpc: grpc-health-check has no Check');
  try {
    const { status } = await unary<{ service: string }, { status?: unknown }>(
      channel,
      check,
      { service },
      { deadlineMs },
    );
    return status === 'SERVING';
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
