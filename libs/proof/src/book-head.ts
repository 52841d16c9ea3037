/** How a book stands at its end. */
export interface BookHead {
  unionId: string;
  blockNo: number;
  lastNo: number;
  head: string;
  checkpoints: number;
  documents: number;
}
