import { fileBytesMax } from './upload.ts';

export type FileFault = 'old' | 'kind' | 'empty' | 'large';

/** What can be said of a file before any of it is sent. */
export function fileFaultOf({ name, size }: Pick<File, 'name' | 'size'>): FileFault | undefined {
  if (/\.xls$/i.test(name)) return 'old';
  if (!/\.(xlsx|csv)$/i.test(name)) return 'kind';
  if (size === 0) return 'empty';
  return size > fileBytesMax ? 'large' : undefined;
}

export function megabytes(bytes: number, language: string): string {
  const options = { maximumFractionDigits: 2, style: 'unit', unit: 'megabyte' } as const;
  return new Intl.NumberFormat(language, options).format(bytes / 1024 ** 2);
}
