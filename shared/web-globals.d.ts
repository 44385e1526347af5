/** What every runtime of ours has beyond ECMAScript, as far as `shared/` needs it. */
declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
