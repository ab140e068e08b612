// Guards on styles and scripts: contrast of the tokens, both directions, nothing from elsewhere,
// light enough for a slow phone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const read = (file: string) => readFileSync(join("src", file), "utf8");
const sources = readdirSync("src").filter((file) => /\.(css|ts)$/.test(file));
const styles = sources.filter((file) => file.endsWith(".css"));
const scripts = sources.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

type Tokens = Record<string, string>;

function tokens(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}

const css = read("tokens.css");
const dark = css.indexOf("@media (prefers-color-scheme: dark)");
const light = tokens(css.slice(0, dark));
const themes = { light, dark: { ...light, ...tokens(css.slice(dark)) } };

/** Relative luminance [WCAG 2.2]. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

type Pairs = [front: string, backs: string[]][];

/** What is read on what. */
const TEXT: Pairs = [
  ["ink", ["paper", "panel", "line-2", "thread-soft"]],
  ["ink-2", ["paper", "panel", "line-2"]],
  ["thread", ["paper", "panel", "thread-soft", "line-2"]],
  ["thread-ink", ["thread"]],
  ["paper", ["ink"]],
  ["ok", ["ok-soft", "paper", "panel"]],
  ["warn", ["warn-soft", "paper", "panel"]],
  ["stop", ["stop-soft", "paper", "panel"]],
];
/** What is only seen: edges of fields, the focus ring, bars. */
const SEEN: Pairs = [
  ["edge", ["paper", "panel"]],
  ["focus", ["paper", "panel"]],
];

const each = (table: Pairs) =>
  table.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

describe.each(Object.entries(themes))("%s", (_, theme) => {
  test.each(each(TEXT))("%s is readable on %s", (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(each(SEEN))("%s is seen on %s", (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(3);
  });
});

test("a colour stands in the tokens and nowhere else", () => {
  for (const file of styles.filter((name) => name !== "tokens.css")) {
    const outside = read(file).replace(/@media print \{[\s\S]*?\n\}\n/g, "");
    expect(outside.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/g) ?? [], file).toEqual([]);
  }
});

test.each(styles)("%s knows start and end, not left and right", (file) => {
  const physical =
    /(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)[\w-]*|left|right|top|bottom|(min-|max-)?(width|height)|float|text-align:\s*(left|right))\s*:/g;
  const declarations = read(file).replace(/@media[^{]*\{/g, "");
  expect([...declarations.matchAll(physical)].map((found) => found[0])).toEqual([]);
});

test.each([...styles, ...scripts])("%s names no other host", (file) => {
  expect(read(file)).not.toMatch(/https?:\/\/|url\(\s*["']?\/\//);
});

test("a heading of one long word does not widen its page", () => {
  const h1 = /^h1 \{[^}]*\}/m.exec(read("base.css"));
  expect(h1?.[0]).toContain("overflow-wrap: anywhere");
});

test("no script of ours writes markup or runs text as code", () => {
  for (const file of scripts) {
    expect(read(file), file).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
    );
  }
});

test("the lock file names no registry", () => {
  const lock = readFileSync("package-lock.json", "utf8");
  expect(lock).not.toMatch(/"resolved"/);
});

describe("as built", () => {
  const out = mkdtempSync(join(tmpdir(), "clew-web-"));
  const weight = (pattern: RegExp) =>
    readdirSync(out)
      .filter((file) => pattern.test(file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);

  beforeAll(() => {
    const vite = join("node_modules", "vite", "bin", "vite.js");
    execFileSync(process.execPath, [vite, "build", "--outDir", out, "--logLevel", "error"]);
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true }));

  test("public pages are light", () => {
    expect(weight(/^public-.*\.css$/)).toBeLessThanOrEqual(6 * 1024);
    expect(weight(/^public-.*\.js$/)).toBeLessThanOrEqual(1024);
  });

  test("staff pages are light", () => {
    expect(weight(/^staff-.*\.css$/)).toBeLessThanOrEqual(10 * 1024);
    expect(weight(/^staff-.*\.js$/)).toBeLessThanOrEqual(5 * 1024);
  });

  test("the builder keeps directions logical", () => {
    const built = readdirSync(out).filter((file) => file.endsWith(".css"));
    expect(built.length).toBeGreaterThanOrEqual(2);
    for (const file of built) {
      expect(readFileSync(join(out, file), "utf8")).not.toMatch(
        /(margin|padding|border)-(left|right)/,
      );
    }
  });
});
