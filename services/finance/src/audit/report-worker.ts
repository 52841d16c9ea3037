// The thread in which a report is drawn: a Chinese font takes half a second to open, which postings would wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { drawReport, type About } from './draw-report.ts';
import type { Block } from './report-text.ts';

const { blocks, about } = workerData as { blocks: Block[]; about: About };
parentPort?.postMessage(new Uint8Array(await drawReport(blocks, about)), []);
