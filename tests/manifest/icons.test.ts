import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accentColor, colorIcon, outlineIcon } from "../../manifest/icons.ts";
import manifest from "../../manifest/manifest.json" with { type: "json" };
import { readMark } from "../../manifest/mark.ts";
import { type Picture, readPng, writePng } from "../../manifest/png.ts";

const svg = readFileSync("manifest/mark.svg", "utf8");
const mark = readMark(svg);
const committed = (name: string) => readPng(readFileSync(`manifest/${name}.png`));

function colors({ pixels }: Picture): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) found.add([...pixels.subarray(at, at + 3)].join(","));
  return found;
}
const opacities = ({ pixels }: Picture) => pixels.filter((_, at) => at % 4 === 3);

describe("the icons", () => {
  test("are drawn from the mark as it is now (npm run package -- --draw)", () => {
    // Pixels, not bytes: Node's deflate differs from version to version.
    expect(committed("color")).toEqual(colorIcon(mark));
    expect(committed("outline")).toEqual(outlineIcon(mark));
  });

  test("colour: 192 × 192, opaque, the blue that the manifest names at its edges", () => {
    const icon = committed("color");
    expect([icon.width, icon.height]).toEqual([192, 192]);
    expect(opacities(icon).every((alpha) => alpha === 255)).toBe(true);
    expect([...icon.pixels.subarray(0, 3)]).toEqual([0x0b, 0x6b, 0xcb]);
    expect(accentColor).toBe(manifest.accentColor);
    expect(svg).toContain(`fill="${accentColor}"`);
  });

  test("outline: 32 × 32, white only, transparent around", () => {
    const icon = committed("outline");
    expect([icon.width, icon.height]).toEqual([32, 32]);
    expect([...colors(icon)]).toEqual(["255,255,255"]);
    const alphas = opacities(icon);
    expect([alphas[0], alphas.at(-1)]).toEqual([0, 0]);
    expect(alphas.filter((alpha) => alpha === 255).length).toBeGreaterThan(150);
  });

  test("show two microphones over a lectern", () => {
    const { pixels } = committed("outline");
    const row = (y: number) =>
      Array.from({ length: 32 }, (_, x) => ((pixels[(y * 32 + x) * 4 + 3] ?? 0) > 127 ? "#" : "."));
    const strokes = (y: number) => row(y).join("").split(/\.+/).filter(Boolean).length;
    expect([2, 8, 20].map(strokes)).toEqual([2, 1, 1]);
    expect(strokes(11)).toBe(0);
  });
});

test("a picture is read as it was written", () => {
  const picture = { width: 2, height: 1, pixels: Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 253) };
  expect(readPng(writePng(picture))).toEqual(picture);
  expect(() => readPng(Buffer.from("GIF89a  "))).toThrow("not a PNG");
});

test("a mark with a shape that cannot be drawn is refused, not drawn without it", () => {
  expect(() => readMark('<svg viewBox="0 0 8 8"><path d="M0 0"/></svg>')).toThrow("a path cannot be drawn");
  expect(() => readMark('<svg viewBox="0 0 8 9"></svg>')).toThrow("square viewBox");
  expect(() => readMark('<svg viewBox="0 0 8 8"><circle cx="1" r="1"/></svg>')).toThrow("a circle has no cy");
});
