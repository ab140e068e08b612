// The look: every part on every kind of screen, the answers to errors, and leaving.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { WIDTHS, axe, fits, openPage, picture, undressed } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";

const KINDS = { staff: "/look", public: "/look/public", bare: "/look/bare", missing: "/nowhere" };
const MANNERS = {
  small: { width: WIDTHS.small, js: false, lang: "es" },
  desk: { width: WIDTHS.desk },
  "desk-dark": { width: WIDTHS.desk, dark: true, lang: "ar" },
  "phone-ar-dark": { width: WIDTHS.phone, dark: true, lang: "ar" },
};

for (const [kind, path] of Object.entries(KINDS)) {
  for (const [manner, options] of Object.entries(MANNERS)) {
    test(`${kind} on ${manner} is clean for axe and fits`, async () => {
      const page = await openPage(browser, clew.base, options);
      await page.goto(path);
      await fits(page);
      await axe(page, `${kind} ${manner}`);
      await picture(page, `look-${kind}-${manner}`);
      const noise = page.noise.filter((line) => !line.includes("status of 404"));
      assert.deepEqual(noise, []);
      await page.context().close();
    });
  }
}

test("every word of the parts comes from the message files", async () => {
  const page = await openPage(browser, clew.base, { js: false });
  for (const path of Object.values(KINDS)) {
    await page.goto(`${path}?lang=en-XA`);
    assert.deepEqual(await undressed(page), [], path);
  }
  await page.context().close();
});

test("a page that fails says a number and nothing else", async () => {
  const page = await openPage(browser, clew.base);
  const answer = await page.goto("/look/broken");
  assert.equal(answer.status(), 500);
  const said = await page.locator("main").innerText();
  assert.match(said, /[0-9a-f]{8}/);
  assert.doesNotMatch(said, /Exception|org\.clew|weblook/);
  await axe(page);
  await page.context().close();
});

test("a slash reaches the search box only where one is not writing", async () => {
  const page = await openPage(browser, clew.base);
  await page.goto("/look");
  await page.locator("#words").fill("");
  await page.locator("#words").press("/");
  assert.equal(await page.locator("#words").inputValue(), "/");
  await page.context().close();
});

test("a question has to be opened before something is undone", async () => {
  const page = await openPage(browser, clew.base, { js: false });
  await page.goto("/look");
  const yes = page.locator(".confirm button");
  assert.equal(await yes.isVisible(), false);
  await page.locator(".confirm summary").click();
  assert.equal(await yes.isVisible(), true);
  await page.context().close();
});

test("progress moves by itself, and the whole page comes once it has ended", async () => {
  const page = await openPage(browser, clew.base);
  const answers = [
    () => ({ body: "", status: 503 }),
    (body) => ({ body: body.replace("3,400", "6,800") }),
    (body) => ({ body: body.replace('data-state="GOING_ON"', 'data-state="FINISHED"') }),
  ];
  let pages = 0;
  await page.route("**/look", async (route) => {
    if (route.request().resourceType() === "document") {
      pages += 1;
      return route.continue();
    }
    const response = await route.fetch();
    const { body, status = 200 } = answers.shift()(await response.text());
    return route.fulfill({ response, body, status });
  });
  await page.goto("/look");
  await page.locator("#words").fill("half written");
  await page.locator("#progress-label", { hasText: "6,800" }).waitFor();
  assert.equal(await page.locator("#words").inputValue(), "half written");
  assert.equal(pages, 1);
  await page.waitForEvent("load");
  assert.equal(pages, 2);
  assert.deepEqual(answers, []);
  await page.context().close();
});

for (const js of [true, false]) {
  test(`leaving ends elsewhere and tells nobody where from, scripts ${js ? "on" : "off"}`, async () => {
    const page = await openPage(browser, clew.base, { js, width: WIDTHS.phone });
    await page.goto("/look/public");
    assert.equal(await page.title(), "Information");
    await page.locator("#leave").click();
    await page.waitForURL((url) => !url.href.startsWith(clew.base));
    assert.equal(await page.title(), "Weather");
    assert.equal(await page.evaluate(() => document.referrer), "");
    assert.equal(await page.locator("body").innerText(), "Sunny; referer: none");
    await page.context().close();
  });
}

test("what was typed is not there after leaving and going back", async () => {
  for (const js of [true, false]) {
    const page = await openPage(browser, clew.base, { js });
    await page.goto("/look/public");
    await page.locator("#words").fill("canary words");
    await page.locator("#leave").click();
    await page.waitForURL((url) => !url.href.startsWith(clew.base));
    await page.goBack().catch(() => {});
    await page.waitForTimeout(500);
    const field = page.locator("#words");
    const kept = (await field.count()) > 0 ? await field.inputValue() : "";
    assert.equal(kept, "", `scripts ${js}`);
    await page.context().close();
  }
});

test("with scripts, Back after leaving several pages shows none of ours", async () => {
  const page = await openPage(browser, clew.base);
  await page.goto("/look/public");
  await page.locator(".ways a").first().click();
  await page.goto("/look/public?lang=es");
  await page.locator("#leave").click();
  await page.waitForURL((url) => !url.href.startsWith(clew.base));
  await page.goBack().catch(() => {});
  await page.waitForTimeout(800);
  assert.ok(
    !page.url().startsWith(clew.base) || !(await page.locator("main").isVisible()),
    page.url(),
  );
  await page.context().close();
});

test("three presses of Shift or of Escape leave", async () => {
  for (const key of ["Shift", "Escape"]) {
    const page = await openPage(browser, clew.base);
    await page.goto("/look/public");
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press(key);
    }
    await page.waitForURL((url) => !url.href.startsWith(clew.base));
    await page.context().close();
  }
});

test("a form may leave too, and the browser is told to forget", async () => {
  const answer = await fetch(`${clew.base}/leave`, { method: "POST", redirect: "manual" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("clear-site-data"), '"cache", "cookies", "storage"');
  assert.match(await answer.text(), /http-equiv="refresh"/);
});

test("a foreign page cannot make the browser forget", async () => {
  const foreign = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<title>Foreign</title><a href="${clew.base}/leave">go</a>`);
  });
  await new Promise((ready) => foreign.listen(0, "127.0.0.1", ready));
  const page = await openPage(browser, clew.base);
  let cleared;
  page.on("response", (answer) => {
    if (answer.url().endsWith("/leave")) {
      cleared = answer.headers()["clear-site-data"];
    }
  });
  await page.goto(`http://127.0.0.1:${foreign.address().port}/`);
  await page.locator("a").click({ noWaitAfter: true });
  await page.waitForTimeout(500);
  assert.equal(cleared, undefined);
  await page.context().close();
  foreign.close();
});

test("the first view of a public page is light", async () => {
  const page = await openPage(browser, clew.base, { js: false, width: WIDTHS.small });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await page.goto("/look/public", { waitUntil: "networkidle" });
  assert.ok(bytes > 0 && bytes <= 14 * 1024, `${bytes} bytes`);
  await page.context().close();
});
