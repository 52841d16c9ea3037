// ./gonglian keys: what an operator does with a node's key ring. The node reads it at its next start.
import { parseArgs } from 'node:util';
import { addDataKey, rewrapKeyring, wrapperOf } from '@gonglian/service/keyring.ts';
import { readConfig } from './config.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { config: { type: 'string' }, to: { type: 'string' } },
});
const { keys, region } = readConfig(values.config ?? 'node.json');
const wrapper = wrapperOf(keys.wrapping);
const [what] = positionals;
if (what === 'add') {
  const kid = await addDataKey(keys.ring, wrapper);
  console.log(`${region}: data key ${kid} seals from the next start; the others go on opening`);
} else if (what === 'rewrap' && values.to !== undefined) {
  await rewrapKeyring(keys.ring, wrapper, wrapperOf(values.to));
  console.log(`${region}: the ring is wrapped by ${values.to}; name it as keys.wrapping`);
} else {
  console.error('usage: ./gonglian keys add|rewrap --config FILE [--to KEYFILE]');
  process.exitCode = 2;
}
