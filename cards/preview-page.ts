import "../tab/card.css";
import { renderCard, type Theme } from "../tab/card-renderer.ts";

/** A sample as the server sends it. */
interface Shown {
  readonly card: string;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly payload: unknown;
}

const main = document.querySelector("main");
const form = document.querySelector("form");
const response = await fetch("samples.json");
const shown: readonly Shown[] = await response.json();

/** Draws what the form's choices ask for; they stand in the address, so that a view can be linked. */
function draw(): void {
  if (!main || !form) return;
  const chosen = new FormData(form);
  const [language, theme, width, card] = ["language", "theme", "width", "card"].map((name) => String(chosen.get(name)));
  const drawn = shown.filter((each) => each.language === language && (card === "all" || each.card === card));
  document.body.dataset.theme = theme ?? "light";
  main.style.setProperty("--width", `${width}px`);
  main.replaceChildren(
    ...drawn.map((each) => {
      const figure = document.createElement("figure");
      const caption = document.createElement("figcaption");
      caption.textContent = `${each.card} · ${each.name}`;
      const said = document.createElement("p");
      said.textContent = each.text;
      said.lang = each.language;
      said.dir = "auto";
      figure.append(caption, said);
      if (each.payload)
        figure.append(renderCard(each.payload, { theme: theme === "dark" ? "dark" : ("light" satisfies Theme) }));
      return figure;
    }),
  );
}

if (form) {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener("change", () => {
    const chosen = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
    draw();
  });
}
draw();
