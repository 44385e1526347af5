import { AppError } from '../../../../shared/errors.ts';

/** Twice the size on screen: sharp on paper. */
const pngScale = 2;
/** Browsers refuse larger canvases; a long process then gets fewer pixels. */
const longestSide = 12_000;

/** The drawing as an SVG file. */
export function svgFile(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** The drawing as a PNG file on white. Needs a browser's canvas. */
export async function pngFile(svg: string): Promise<Blob> {
  const { width, height } = sizeOfSvg(svg);
  const scale = Math.min(pngScale, longestSide / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new AppError('unexpected', { missing: 'canvas' });
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new AppError('unexpected', { missing: 'png' });
  return blob;
}

/** Width and height as the SVG's own root states them. */
export function sizeOfSvg(svg: string): { readonly width: number; readonly height: number } {
  const root = /<svg\b[^>]*>/u.exec(svg)?.[0] ?? '';
  const side = (name: string): number => Number(new RegExp(`\\b${name}="([\\d.]+)`, 'u').exec(root)?.[1] ?? 0);
  return { width: Math.max(1, side('width')), height: Math.max(1, side('height')) };
}

/** What may stand in the name of a file, of a process’s name. */
export function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'process';
}
