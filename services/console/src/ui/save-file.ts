const keepMs = 60_000;

/** Hands a file to the browser as if it had been clicked; answers its name. */
export function saveFile(content: Blob, name: string): string {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
  return name;
}
