// The report on A4. Everything in it comes from its blocks and its date: the same audit gives the same bytes.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import { breakLines } from './break-lines.ts';
import type { Block } from './report-text.ts';

const font = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`));
const REGULAR = '400Regular/NotoSansSC_400Regular';
const BOLD = '700Bold/NotoSansSC_700Bold';

const MARGIN = 64;
const LABEL_WIDTH = 78;
const STYLES = {
  title: { font: 'bold', size: 20, lead: 30, above: 0, align: 'center' },
  heading: { font: 'bold', size: 13, lead: 21, above: 14, align: 'left' },
  strong: { font: 'bold', size: 11, lead: 18, above: 8, align: 'left' },
  text: { font: 'regular', size: 10.5, lead: 17, above: 4, align: 'left' },
} as const;
type Style = (typeof STYLES)[keyof typeof STYLES];
type Paper = InstanceType<typeof Pdf>;

export interface About {
  title: string;
  author: string;
  /** The date of the report: the file names no other time. */
  on: string;
}

export async function drawReport(blocks: readonly Block[], about: About): Promise<Buffer> {
  const paper = new Pdf({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: about.title,
      Author: about.author,
      Creator: 'Gonglian',
      Producer: 'Gonglian',
      CreationDate: new Date(`${about.on}T00:00:00Z`),
    },
  });
  paper.registerFont('regular', font(REGULAR)).registerFont('bold', font(BOLD));
  const written: Buffer[] = [];
  paper.on('data', (piece: Buffer) => void written.push(piece));
  for (const block of blocks) {
    if (block.as === 'facts') drawFacts(paper, block.rows);
    else drawText(paper, block.text, STYLES[block.as]);
  }
  numberPages(paper);
  const ended = once(paper, 'end');
  paper.end();
  await ended;
  return Buffer.concat(written);
}

/** Widths are asked for again and again, and a font takes its time. */
function widths(paper: Paper, { font: name, size }: Style): (one: string) => number {
  paper.font(name).fontSize(size);
  const known = new Map<string, number>();
  return (one) => {
    const width = known.get(one) ?? paper.widthOfString(one);
    known.set(one, width);
    return width;
  };
}

/** One line at the place where the last one ended; a page that is full is followed by another. */
function drawLine(
  paper: Paper,
  line: string,
  style: Style,
  at: { x: number; width: number },
): void {
  if (paper.y + style.lead > paper.page.height - MARGIN) paper.addPage();
  const { y } = paper;
  paper.font(style.font).fontSize(style.size);
  const room = style.align === 'center' ? at.width - paper.widthOfString(line) : 0;
  paper.text(line, at.x + room / 2, y, { lineBreak: false });
  paper.y = y + style.lead;
}

function drawText(paper: Paper, text: string, style: Style): void {
  const width = paper.page.width - 2 * MARGIN;
  paper.y += style.above;
  for (const line of breakLines(text, width, widths(paper, style)))
    drawLine(paper, line, style, { x: MARGIN, width });
}

function drawFacts(paper: Paper, rows: readonly (readonly [string, string])[]): void {
  const style = STYLES.text;
  const width = paper.page.width - 2 * MARGIN - LABEL_WIDTH;
  paper.y += style.above;
  for (const [label, value] of rows) {
    for (const [n, line] of breakLines(value, width, widths(paper, style)).entries()) {
      if (paper.y + style.lead > paper.page.height - MARGIN) paper.addPage();
      const { y } = paper;
      if (n === 0) drawLine(paper, label, style, { x: MARGIN, width: LABEL_WIDTH });
      paper.y = y;
      drawLine(paper, line, style, { x: MARGIN + LABEL_WIDTH, width });
    }
  }
}

function numberPages(paper: Paper): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    paper.page.margins.bottom = 0;
    const text = `第 ${page + 1} 页，共 ${count} 页`;
    paper.font('regular').fontSize(9);
    const x = (paper.page.width - paper.widthOfString(text)) / 2;
    paper.text(text, x, paper.page.height - 44, { lineBreak: false });
  }
}
