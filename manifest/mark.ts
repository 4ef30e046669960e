/** A shape of the mark, in the units of its drawing. */
export type Shape =
  | { readonly shape: "circle"; readonly cx: number; readonly cy: number; readonly r: number }
  | { readonly shape: "line"; readonly from: Point; readonly to: Point; readonly width: number }
  | { readonly shape: "polygon"; readonly points: readonly Point[] };
export type Point = readonly [x: number, y: number];

/** The mark as drawn: `size` units square. */
export interface Mark {
  readonly size: number;
  readonly shapes: readonly Shape[];
}

/**
 * Reads `mark.svg`, the one source of the mark. It knows what a mark of one colour needs, circles, lines with round
 * ends and polygons, and refuses anything else rather than leave it out of the icons.
 */
export function readMark(svg: string): Mark {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  if (!(size > 0)) throw new Error('mark.svg must have a square viewBox, such as "0 0 32 32".');
  const elements = [...svg.matchAll(/<(\w+)([^>]*)>/g)].filter(([, name]) => name !== "svg" && name !== "title");
  return { size, shapes: elements.map(([, name = "", attributes = ""]) => shapeOf(name, attributes)) };
}

function shapeOf(name: string, attributes: string): Shape {
  const text = (key: string): string => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? "";
  const number = (key: string): number => {
    const value = Number.parseFloat(text(key));
    if (Number.isNaN(value)) throw new Error(`mark.svg: a ${name} has no ${key}.`);
    return value;
  };
  switch (name) {
    case "circle":
      return { shape: "circle", cx: number("cx"), cy: number("cy"), r: number("r") };
    case "line":
      return {
        shape: "line",
        from: [number("x1"), number("y1")],
        to: [number("x2"), number("y2")],
        width: number("stroke-width"),
      };
    case "polygon":
      return { shape: "polygon", points: pointsOf(text("points")) };
    default:
      throw new Error(`mark.svg: a ${name} cannot be drawn; use circle, line or polygon.`);
  }
}

function pointsOf(text: string): readonly Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(",").map(Number);
      if (Number.isNaN(x) || Number.isNaN(y)) throw new Error(`mark.svg: "${pair}" is no point.`);
      return [x, y] as const;
    });
}

/** Whether a point is inked. */
export function inked(shapes: readonly Shape[], x: number, y: number): boolean {
  return shapes.some((shape) => covers(shape, x, y));
}

function covers(shape: Shape, x: number, y: number): boolean {
  switch (shape.shape) {
    case "circle":
      return (x - shape.cx) ** 2 + (y - shape.cy) ** 2 <= shape.r ** 2;
    case "line":
      return nearSegment(shape.from, shape.to, x, y) <= (shape.width / 2) ** 2;
    case "polygon":
      return inPolygon(shape.points, x, y);
  }
}

/** Squared distance to the segment. */
function nearSegment([x1, y1]: Point, [x2, y2]: Point, x: number, y: number): number {
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2;
}

/** Even-odd: how many edges a ray to the right crosses. */
function inPolygon(points: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let [px, py] = points.at(-1) ?? [0, 0];
  for (const [cx, cy] of points) {
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) inside = !inside;
    [px, py] = [cx, cy];
  }
  return inside;
}
