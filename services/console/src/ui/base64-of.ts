import { Problem } from '../problem.ts';

/** The bytes of a file, or of a part of one, as JSON carries them. */
export function base64Of(slice: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => failed(new Problem(0, { code: 'FILE_UNREADABLE' })));
    reader.readAsDataURL(slice);
  });
}
