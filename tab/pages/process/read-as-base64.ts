/** The bytes of a file that a person chose, as base64. */
export async function readAsBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In parts: a call with millions of arguments is refused by the browser.
  const part = 0x80_00;
  let text = '';
  for (let at = 0; at < bytes.length; at += part) text += String.fromCodePoint(...bytes.subarray(at, at + part));
  return btoa(text);
}
