const svg = "http://www.w3.org/2000/svg";

const paths = {
  personal:
    "M10 3a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Zm-5 9h10c.8 0 1.5.7 1.5 1.5 0 2.5-2.9 4-6.5 4s-6.5-1.5-6.5-4c0-.8.7-1.5 1.5-1.5Z",
  group:
    "M7 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm7 1.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM3 12h8c.6 0 1 .4 1 1 0 2.5-2 4-5 4s-5-1.5-5-4c0-.6.4-1 1-1Zm10.4 0H17c.6 0 1 .4 1 1 0 2-1.5 3.5-4 3.5-.5 0-1 0-1.4-.2.6-.9.9-2 .9-3.3 0-.4 0-.7-.1-1Z",
  channel:
    "M8.7 3.1a.7.7 0 0 1 .6.8L8.9 7h4l.5-3.3a.7.7 0 0 1 1.5.2L14.4 7H17a.75.75 0 0 1 0 1.5h-2.8l-.5 3.5H16a.75.75 0 0 1 0 1.5h-2.5l-.5 3.3a.75.75 0 0 1-1.5-.2l.5-3.1H8l-.5 3.3a.75.75 0 0 1-1.5-.2l.5-3.1H4A.75.75 0 0 1 4 12h2.7l.5-3.5H5A.75.75 0 0 1 5 7h2.4l.5-3.3a.75.75 0 0 1 .8-.6ZM8.7 8.5 8.2 12h4l.5-3.5h-4Z",
  settings:
    "M3 5.25h8.1a2.5 2.5 0 0 1 4.8 0H17a.75.75 0 0 1 0 1.5h-1.1a2.5 2.5 0 0 1-4.8 0H3a.75.75 0 0 1 0-1.5Zm10.5-.25a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM3 13.25h1.1a2.5 2.5 0 0 1 4.8 0H17a.75.75 0 0 1 0 1.5H8.9a2.5 2.5 0 0 1-4.8 0H3a.75.75 0 0 1 0-1.5ZM6.5 13a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z",
  close: "m5 4 5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5Z",
  send: "M2.7 2.9a.75.75 0 0 1 .8-.1l14 6.5a.75.75 0 0 1 0 1.4l-14 6.5a.75.75 0 0 1-1-.9L4.3 10 2.5 3.7a.75.75 0 0 1 .2-.8Zm3 7.850-1.3 4.5L15.4 10 4.4 4.750l1.3 4.5H10a.75.75 0 0 1 0 1.5H5.7Z",
  clock:
    "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm-.75 2.25h1.5v4h3v1.5h-4.5v-5.5Z",
  lock: "M10 2a3.5 3.5 0 0 1 3.5 3.5V7H14a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h.5V5.5A3.5 3.5 0 0 1 10 2Zm0 1.5a2 2 0 0 0-2 2V7h4V5.5a2 2 0 0 0-2-2Z",
  reply: "M8 4.5 2.5 10 8 15.5V12c4 0 6.5 1 9 4-.5-5-3.5-8-9-8V4.5Z",
} as const;
export type IconName = keyof typeof paths;

/** A 20 × 20 picture that says nothing by itself: the words are beside it or in the button's label. */
export function icon(name: IconName): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", "0 0 20 20");
  picture.setAttribute("class", `icon icon-${name}`);
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  path.setAttribute("fill", "currentColor");
  picture.append(path);
  return picture;
}

/** The mark: a lectern seen from the front, with two microphones. */
export function mark(): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", "0 0 32 32");
  picture.setAttribute("class", "mark");
  picture.setAttribute("aria-hidden", "true");
  const desk = document.createElementNS(svg, "path");
  desk.setAttribute("d", "M7 13h18l-3 13H10z");
  const edge = document.createElementNS(svg, "path");
  edge.setAttribute("d", "M5 11.5h22v2H5z");
  picture.append(desk, edge);
  for (const x of [12, 20]) {
    const microphone = document.createElementNS(svg, "circle");
    for (const [name, value] of [
      ["cx", x],
      ["cy", 7],
      ["r", 2],
    ] as const)
      microphone.setAttribute(name, String(value));
    picture.append(microphone);
  }
  picture.setAttribute("fill", "currentColor");
  return picture;
}
