// Reporting and coming back, as people in danger do it: on a small phone, without scripts, and with
// somebody else looking at that phone afterwards.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { WIDTHS, axe, fits, openPage, openProfile, picture, undressed } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";

const FIRST_VIEW_BYTES = 14 * 1024;
const CONTENT = ["/", "/for/me", "/for/someone", "/for/work", "/keep", "/phone", "/return"];
const HUMAN_MS = 4500;

/** Tells something from the first page to the number; `look` is called on each page. */
async function report(page, words, look = async () => {}) {
  const go = () => page.locator("main form .btn.main").first().click();
  await page.goto("/");
  await look("front");
  await page.locator(".ways a").nth(1).click();
  await look("way");
  await go();
  await look("words");
  await page.locator("#text").fill(words);
  await go();
  await look("questions");
  for (const name of ["danger", "child", "stillThere"]) {
    await page.locator(`#${name}`).check();
  }
  await go();
  await look("place");
  await page.locator("#country").selectOption("GB");
  await page.locator("#town").fill("Grimsby");
  await go();
  await look("people");
  await page.locator("#phones").fill("07700 900123");
  await go();
  await look("recipient");
  await go();
  await look("check");
  assert.match(await page.locator("main").innerText(), new RegExp(words.split(" ")[0]));
  await page.waitForTimeout(HUMAN_MS);
  await page.locator("#send").click();
  await look("number");
  const receipt = await page.locator(".receipt").innerText();
  assert.match(receipt, /^(\d{4} ){6}\d{2}$/);
  await page.locator("main a.btn.main").click();
  await page
    .locator("#number")
    .fill(receipt.replace(/^\d/, (digit) => (digit === "1" ? "2" : "1")));
  await go();
  await look("again-wrong");
  await page.locator("#number").fill(receipt);
  await go();
  await look("done");
  assert.equal(new URL(page.url()).pathname, "/report/done");
  return receipt;
}

/** Opens the talk with a number. */
async function comeBack(page, receipt) {
  await page.goto("/");
  await page.locator("main a[href^='/return']").click();
  await page.locator("#number").fill(receipt.replaceAll(" ", "-"));
  await page.locator("main form .btn.main").click();
  assert.equal(new URL(page.url()).pathname, "/return/talk");
}

/**
 * Axe on a screen as tall as the page: nothing then stands half under the way out, which axe, as it
 * does not scroll, would call too small to touch.
 */
async function clean(page, where) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await axe(page, where);
  await page.setViewportSize({ width, height });
}

/** A helpline worker of the demo opens the concern with these words and does something about it. */
async function worker(words, act) {
  const page = await openPage(browser, clew.base);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Amina Kestrel/ }).click();
  await page.goto("/inbox");
  const concerns = await page
    .locator("main a[href^='/inbox/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const concern of concerns) {
    await page.goto(concern);
    if ((await page.locator("main").innerText()).includes(words)) {
      await act(page);
      await page.context().close();
      return;
    }
  }
  assert.fail("the concern is not in the inbox");
}

async function answer(words, text) {
  await worker(words, async (page) => {
    await page.locator("#answer").fill(text);
    await page.locator("form[action*='/answer'] button").click();
  });
}

/** The reporter is asked whether another organisation may have it, agrees, and sees who has it. */
async function goesOn(page, words, receipt) {
  await worker(words, async (desk) => {
    await desk.locator("main a[href$='/pass']").click();
    await desk.locator("#recipient").selectOption({ label: "Saltmarsh Workers’ House" });
    await desk.locator("#words").fill("They have an interpreter.");
    await axe(desk, "pass");
    await picture(desk, "helpline-pass");
    await desk.locator("form[action$='/pass'] button").click();
    await picture(desk, "helpline-pass-asked", { whole: true });
  });
  await comeBack(page, receipt);
  await clean(page, "talk-asked");
  await fits(page);
  await picture(page, "report-talk-asked-phone", { whole: true });
  await page.locator("button[value='yes']").click();
  await worker(words, async (desk) => {
    await desk.locator("summary", { hasText: "Pass it on" }).click();
    await picture(desk, "helpline-pass-agreed", { whole: true });
    await desk.locator("form[action$='/pass/now'] button").click();
    assert.match(await desk.locator("main tbody").innerText(), /Saltmarsh/);
    await axe(desk, "passed");
    await picture(desk, "helpline-passed");
  });
  await comeBack(page, receipt);
  assert.match(
    await page.locator("main").innerText(),
    /With Saltmarsh[^]*Harbour Line passed this/,
  );
  await picture(page, "report-talk-passed-phone", { whole: true });
}

test("a phone without scripts: from the front page to the answer and away", async () => {
  const words = `Lantern${Date.now()} keeps the passports`;
  const page = await openPage(browser, clew.base, { width: WIDTHS.phone, height: 740, js: false });
  const title = "Information";
  const receipt = await report(page, words, async (name) => {
    assert.equal(await page.title(), title);
    await fits(page);
    await clean(page, name);
    await picture(page, `report-${name}-phone`, { whole: true });
    assert.doesNotMatch(page.url(), /Lantern|Grimsby|900123|\?/);
  });
  await answer(words, "You did the right thing. Can you talk on Monday?");
  await comeBack(page, receipt);
  assert.match(await page.locator("main").innerText(), /Can you talk on Monday/);
  await clean(page, "talk");
  await picture(page, "report-talk-phone", { whole: true });
  await page.locator("#text").fill("Yes, after six.");
  await page.locator("main form .btn.main").click();
  assert.match(await page.locator(".talk").innerText(), /Yes, after six/);
  await goesOn(page, words, receipt);
  await page.locator("#leave").click();
  assert.equal(await page.title(), "Weather");
  assert.match(await page.locator("body").innerText(), /referer: none/);
  assert.deepEqual(await page.context().cookies(clew.base), []);
  await page.goBack();
  assert.doesNotMatch(await page.locator("body").innerText(), /Lantern|Monday|after six/);
  await page.context().close();
});

test("with scripts: the same, and Back after leaving shows nothing", async () => {
  const page = await openPage(browser, clew.base, { width: WIDTHS.desk });
  await report(page, "Candle words", async (name) => {
    await clean(page, name);
    await picture(page, `report-${name}-desk`);
  });
  await page.goto("/for/me");
  await page.locator("main form .btn.main").click();
  await page.locator("#text").fill("Candle half written");
  await page.locator("main form .btn.main").click();
  await page.locator("#leave").click();
  await page.waitForURL((url) => !url.href.startsWith(clew.base));
  await page.goBack().catch(() => {});
  await page.waitForTimeout(500);
  assert.doesNotMatch(await page.locator("body").innerText(), /Candle/);
  assert.deepEqual(
    page.noise.filter((line) => !line.includes("status of 4")),
    [],
  );
  await page.context().close();
});

test("every public page fits 320 px, from right to left, in the dark", async () => {
  for (const [lang, dark] of [
    ["ar", true],
    ["es", false],
  ]) {
    const page = await openPage(browser, clew.base, {
      width: WIDTHS.small,
      height: 640,
      js: false,
      lang,
      dark,
    });
    for (const address of CONTENT) {
      await page.goto(address);
      assert.equal(await page.locator("html").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
      await fits(page);
      await clean(page, `${address} ${lang}`);
      await picture(page, `public-${address.replaceAll("/", "") || "front"}-${lang}`, {
        whole: true,
      });
    }
    await page.context().close();
  }
});

test("a whole report in Arabic", async () => {
  const page = await openPage(browser, clew.base, {
    width: WIDTHS.phone,
    height: 740,
    lang: "ar",
    dark: true,
  });
  const receipt = await report(page, "لا يسمحون لها بالخروج", async (name) => {
    await fits(page);
    await clean(page, `${name} ar`);
    await picture(page, `report-${name}-ar`, { whole: true });
  });
  const arabic = receipt.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  await comeBack(page, arabic);
  assert.match(await page.locator("main").innerText(), /لا يسمحون لها بالخروج/);
  await page.locator("a[href^='/return/end']").click();
  await page.locator("main form .btn.stop").click();
  await page.goto("/return");
  await page.locator("#number").fill(receipt);
  await page.locator("main form .btn.main").click();
  assert.equal(new URL(page.url()).pathname, "/return");
  assert.equal(await page.locator("#mistakes").count(), 1);
  await page.context().close();
});

test("the first view weighs at most 14 KB and reads no word that is not translated", async () => {
  const page = await openPage(browser, clew.base, { width: WIDTHS.phone });
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on("Network.loadingFinished", (done) => (bytes += done.encodedDataLength));
  await session.send("Network.enable");
  await page.goto("/", { waitUntil: "networkidle" });
  assert.ok(bytes > 1000 && bytes <= FIRST_VIEW_BYTES, `${bytes} bytes`);
  for (const address of CONTENT) {
    await page.goto(`${address}?lang=en-XA`);
    assert.deepEqual(await undressed(page), [], address);
  }
  await page.context().close();
});

test("nothing of a report is left in the browser's own folder", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "clew-profile-"));
  const canary = `Canary${Math.random().toString(36).slice(2)}${Date.now()}`;
  const context = await openProfile(folder, clew.base);
  const page = context.pages()[0] ?? (await context.newPage());
  const receipt = await report(page, `${canary} words`);
  await comeBack(page, receipt);
  await page.locator("#text").fill(`${canary} reply`);
  await page.locator("main form .btn.main").click();
  await page.locator("#leave").click();
  await page.waitForTimeout(1000);
  await context.close();
  const left = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const bytes = await readFile(path.join(entry.parentPath ?? entry.path, entry.name), "latin1");
      const wide = [...canary].join("\0");
      for (const needle of [canary, wide, receipt, receipt.replaceAll(" ", "")]) {
        if (bytes.includes(needle)) {
          left.push(entry.name);
        }
      }
    }
  }
  assert.deepEqual(left, []);
  await rm(folder, { recursive: true, force: true });
});

test("an administrator sees what fewer days would delete, and makes a new key", async () => {
  for (const options of [{ width: WIDTHS.desk }, { width: WIDTHS.phone, js: false, lang: "ar" }]) {
    const name = `settings-${options.lang ?? "en"}`;
    const page = await openPage(browser, clew.base, options);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /Dina Farrow/ }).click();
    await page.goto("/settings/concerns");
    assert.equal(new URL(page.url()).pathname, "/settings/concerns");
    await page.locator(".confirm summary").click();
    await fits(page);
    await axe(page, name);
    await picture(page, name, { whole: true });
    await page.locator("form[action*='/settings/concerns/key'] button").click();
    await page.locator("#days").fill("30");
    await page.locator("form[action*='/settings/concerns/keep'] button").click();
    assert.match(await page.locator(".note.stop").innerText(), /30/);
    await fits(page);
    await axe(page, `${name}-keep`);
    await picture(page, `${name}-keep`);
    await page.locator("main a.btn").click();
    assert.equal(await page.locator("#days").inputValue(), "180");
    await page.context().close();
  }
});
