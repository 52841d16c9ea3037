// A thread that is asked for its sheets and takes all the memory, or all the time, that there is.
import { parentPort, workerData } from 'node:worker_threads';
import type { SheetThreadData } from './sheet-messages.ts';

const { fileName } = workerData as SheetThreadData;
const taken: string[][] = [];

parentPort?.on('message', () => {
  for (let n = 0; ; n += 1) if (fileName === 'memory') taken.push([`${n}`]);
});
