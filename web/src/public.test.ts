import { expect, test } from "vitest";

test("public pages name no other host", async () => {
  const { readFileSync } = await import("node:fs");
  for (const file of ["src/public.ts", "src/public.css", "src/tokens.css"]) {
    expect(readFileSync(file, "utf8")).not.toMatch(/https?:\/\//);
  }
});
