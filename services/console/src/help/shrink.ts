// A phone's photograph is 5 MB and more; a page is legible with a tenth of it, and a slow line sends that in seconds.
import { Problem } from '../problem.ts';

/** The node takes no more (`paper.bounds`). */
const BYTES_MAX = 2_621_440;
/** Smaller ones are sent as they are: the node draws them anew in any case. */
const SMALL_BYTES = 1_000_000;
const SIDE_MAX = 2_560;

/** A picture that is small enough, standing upright; whatever this browser cannot read goes as it is, and the node says. */
export async function shrink(file: File): Promise<Blob> {
  const small = file.size <= SMALL_BYTES || !file.type.startsWith('image/');
  const shrunk = small ? file : await drawn(file).catch(() => file);
  if (shrunk.size > BYTES_MAX) throw new Problem(0, { code: 'PAPER_TOO_LARGE' });
  return shrunk;
}

async function drawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, failed) => {
    const take = (blob: Blob | null): void =>
      blob ? done(blob) : failed(new Problem(0, { code: 'FILE_UNREADABLE' }));
    canvas.toBlob(take, 'image/jpeg', 0.85);
  });
}
