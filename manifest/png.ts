import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A picture: four bytes a pixel, red, green, blue and opacity, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = 4;

/** Writes a picture as a PNG of 8-bit RGBA. */
export function writePng({ width, height, pixels }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const row = width * bytesPerPixel;
  // Each row begins with its filter; 0 is none.
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Reads what `writePng` writes; other kinds of PNG are refused. */
export function readPng(png: Buffer): Picture {
  if (!png.subarray(0, 8).equals(signature)) throw new Error("not a PNG");
  const data: Buffer[] = [];
  let head: Buffer | undefined;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IHDR") head = body;
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  if (!head?.subarray(8).equals(Buffer.from([8, 6, 0, 0, 0]))) throw new Error("not a PNG of 8-bit RGBA");
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  const rows = inflateSync(Buffer.concat(data));
  const row = width * bytesPerPixel;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const start = y * (row + 1);
    if (rows[start] !== 0) throw new Error("not a PNG without filters");
    pixels.set(rows.subarray(start + 1, start + 1 + row), y * row);
  }
  return { width, height, pixels };
}
