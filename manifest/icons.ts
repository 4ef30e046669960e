import { inked, type Mark } from "./mark.ts";
import type { Picture } from "./png.ts";

/** The blue of the mark, also the manifest's accent colour. */
export const accentColor = "#0B6BCB";

type Rgb = readonly [red: number, green: number, blue: number];
const white: Rgb = [255, 255, 255];

/** Each pixel is looked at in so many places across and down: 64 grades of an edge. */
const samples = 8;

/** Teams shows it large, on whatever it likes: 192 × 192, the white mark on blue, within the middle that is never cut off. */
export function colorIcon(mark: Mark): Picture {
  return draw(mark, { side: 192, markSide: 112, background: rgb(accentColor) });
}

/** Teams shows it in bars: 32 × 32, white on nothing. */
export function outlineIcon(mark: Mark): Picture {
  return draw(mark, { side: 32, markSide: 32 });
}

interface Drawing {
  readonly side: number;
  /** The mark's own side within the picture, centred. */
  readonly markSide: number;
  /** Absent: transparent. */
  readonly background?: Rgb;
}

function draw(mark: Mark, { side, markSide, background }: Drawing): Picture {
  const pixels = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const ink = coverage(mark, x, y, { side, markSide });
      const color = background ? white.map((to, i) => Math.round(mix(background[i] ?? 0, to, ink))) : white;
      pixels.set([...color, background ? 255 : Math.round(255 * ink)], (y * side + x) * 4);
    }
  return { width: side, height: side, pixels };
}

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** How much of a pixel is inked, 0 to 1. */
function coverage({ size, shapes }: Mark, x: number, y: number, { side, markSide }: Drawing): number {
  const margin = (side - markSide) / 2;
  const unit = size / markSide;
  let hits = 0;
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < samples; j++) {
      const at = (pixel: number, step: number) => (pixel - margin + (step + 0.5) / samples) * unit;
      if (inked(shapes, at(x, i), at(y, j))) hits++;
    }
  return hits / samples ** 2;
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
