import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Importing the SDK costs 0.7 s: files that share a process pay it once.
    isolate: false,
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
