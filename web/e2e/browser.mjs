// One real Chromium, and pages in it as different people have them: without scripts, on a small
// screen, from right to left, in the dark.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const CHROMIUM = [
  process.env.CLEW_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const STEP_MS = 60_000;

export const WIDTHS = { small: 320, phone: 360, desk: 1440 };
export const screenshots = path.resolve(import.meta.dirname, "../target/screenshots");

function executable() {
  const executablePath = CHROMIUM.find((file) => file && existsSync(file));
  assert.ok(executablePath, "no Chromium found; set CLEW_CHROMIUM");
  return executablePath;
}

/** Starts Chromium; nothing but the servers named may be reached from it. */
export async function openBrowser(extra = {}) {
  return chromium.launch({ executablePath: executable(), args: QUIET, ...extra });
}

/** A Chromium that keeps its profile in a folder, as a person's own does: a context with one page. */
export async function openProfile(folder, base) {
  return chromium.launchPersistentContext(folder, {
    executablePath: executable(),
    args: QUIET,
    baseURL: base,
  });
}

/**
 * A page in a browser context of its own. `base` is the server; `js: false` switches scripts off;
 * `lang` is what the browser asks for; `dark` its colours. `page.noise` gathers what the console
 * and the policy complained about.
 */
export async function openPage(browser, base, options = {}) {
  const { width = WIDTHS.desk, height = 900, js = true, lang = "en", dark = false } = options;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    javaScriptEnabled: js,
    locale: lang,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  page.scripts = js;
  page.noise = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      page.noise.push(message.text());
    }
  });
  page.on("pageerror", (error) => page.noise.push(String(error)));
  return page;
}

/** A page of somebody whom the demo lets in with one click: by name, or by role. Ends when it is there whole. */
export async function signedIn(browser, base, who, options) {
  const page = await openPage(browser, base, options);
  await page.goto("/sign-in");
  await page.locator(".demo button", { hasText: who }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/** Fails on anything axe calls serious or critical; works on pages without scripts too. */
export async function axe(page, where = page.url()) {
  const twin = page.scripts ? page : await scriptlessTwin(page);
  const { violations } = await new AxeBuilder({ page: twin })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .setLegacyMode(true)
    .analyze();
  const grave = violations.filter((found) => ["serious", "critical"].includes(found.impact));
  const told = grave.map((found) => `${found.id}: ${found.nodes.map((n) => n.target).join(" | ")}`);
  if (twin !== page) {
    await twin.context().close();
  }
  assert.deepEqual(told, [], `axe on ${where}`);
}

/** The same document where axe can run but no script of the page does. */
async function scriptlessTwin(page) {
  const context = await page.context().browser().newContext({
    viewport: page.viewportSize(),
    reducedMotion: "reduce",
  });
  const html = await page.content();
  const address = page.url().replace(/#.*$/, "");
  await context.route(/\.js$/, (route) => route.abort());
  await context.route(
    (url) => url.href === address,
    (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  const twin = await context.newPage();
  await twin.goto(address);
  return twin;
}

/** Fails when the page is wider than the screen. */
export async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${page.url()} is ${over} px too wide`);
}

/**
 * Fails where a table on a narrow page scrolls sideways, or a cell in it does not say what its column
 * is. Answers how many rows it looked at.
 */
export async function stacks(page) {
  const tables = await page.$$eval("table.rows", (all) =>
    all.map((table) => ({
      over: table.parentElement.scrollWidth - table.parentElement.clientWidth,
      rows: table.tBodies[0].rows.length,
      wrong: [...table.tBodies[0].rows].flatMap((row) =>
        [...row.cells]
          .filter((cell, at) => {
            const heading = table.tHead.rows[0].cells[at].textContent.trim();
            return cell.tagName === "TD" && cell.dataset.label !== heading;
          })
          .map((cell) => `${cell.dataset.label}: ${cell.textContent}`),
      ),
    })),
  );
  for (const { over, wrong } of tables) {
    assert.ok(over <= 0, `a table on ${page.url()} scrolls ${over} px`);
    assert.deepEqual(wrong, [], `cells on ${page.url()} without their column's heading`);
  }
  return tables.reduce((sum, table) => sum + table.rows, 0);
}

/** Keeps a picture under `web/target/screenshots`, from the top of the page. */
export async function picture(page, name, { whole = false } = {}) {
  await mkdir(screenshots, { recursive: true });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: whole });
}

/**
 * The words on a page asked for with `?lang=en-XA` that are not dressed up, so did not come from
 * the message files. `known` are words of the data.
 */
export async function undressed(page, known = []) {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest("script, style, [hreflang], [data-own-words]")) {
        found.push(walker.currentNode.data.trim());
      }
    }
    return found;
  });
  return texts.filter(
    (text) => /[A-Za-z]{2}/.test(text) && !known.some((word) => text.includes(word)),
  );
}
