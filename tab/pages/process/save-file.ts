/** Hands a file to the browser, which asks or saves as its owner has chosen. */
export function saveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The download has begun when the address goes; some browsers read on for a moment.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
