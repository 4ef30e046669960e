import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { fileNames } from "../../bot/programme/shape.ts";
import { schemaText } from "../../bot/schema.ts";
import { regatta } from "./regatta.ts";

describe("Editors and other tools can check the files of an event", () => {
  test.each(fileNames)("the committed schema of %s.json is current (npm run schema)", async (file) => {
    expect(await readFile(`data/schema/${file}.schema.json`, "utf8")).toBe(schemaText(file));
  });

  test.each(["som-2024", "tidewatch-2026"])("the files of %s fit", async (event) => {
    for (const file of fileNames) {
      const fits = new Ajv2020().compile(JSON.parse(schemaText(file)));
      fits(JSON.parse(await readFile(`data/events/${event}/${file}.json`, "utf8")));
      expect(fits.errors ?? []).toEqual([]);
    }
  });

  test("a misspelt field does not", () => {
    const fits = new Ajv2020().compile(JSON.parse(schemaText("places")));
    expect([fits(regatta().places), fits([{ ...regatta().places[0], adress: "1 Quay" }])]).toEqual([true, false]);
  });
});
