// A helpline worker's shift: from the inbox to a case, to what it is connected to, and back out of a
// mistake; with scripts and without, with a mouse and with keys alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDTHS, axe, fits, picture, signedIn } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";

const WORKER = "Amina Kestrel";
const PLATE = "QQ24 ZRK";

/** Presses a button of a form and waits for the page that follows. */
async function send(page, button) {
  await Promise.all([page.waitForNavigation(), button.click()]);
}

/** Opens waiting reports until one speaks of the van; Clew shows no words before. */
async function openTheReport(page) {
  for (const shelf of ["WAITING", "IN_HAND"]) {
    await page.goto(`/inbox?shelf=${shelf}`);
    const links = await page
      .locator("main tbody th a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const link of links) {
      await page.goto(link);
      if ((await page.locator(".original").innerText()).includes(PLATE)) {
        return link;
      }
    }
  }
  assert.fail("no report speaks of the van");
}

for (const js of [true, false]) {
  test(`from a report to a case and its connections, scripts ${js ? "on" : "off"}`, async () => {
    const page = await signedIn(browser, clew.base, WORKER, { js });
    await page.goto("/inbox");
    assert.doesNotMatch(await page.locator("main").innerText(), /QQ24|Mill Lane/);
    await axe(page, "inbox");
    await picture(page, `helpline-inbox-${js ? "js" : "plain"}`);

    const report = await openTheReport(page);
    assert.ok((await page.locator("mark").count()) >= 3);
    await axe(page, "report");
    await picture(page, `helpline-report-${js ? "js" : "plain"}`);
    await page.locator("#answer").fill("Thank you. Is anybody hurt?");
    await send(page, page.locator("form[action*='/answer'] button"));
    assert.match(await page.locator("#talk").innerText(), /Is anybody hurt\?/);

    await page.goto(`${report}/case`);
    const found = await page
      .locator("[name^='text-']")
      .evaluateAll((all) => all.map((input) => input.value));
    assert.ok(found.includes(PLATE) && found.includes("07700 900188"), found.join(", "));
    await axe(page, "making a case");
    await picture(page, `helpline-making-${js ? "js" : "plain"}`);
    const again = page.locator("#again");
    assert.equal(await again.count(), js ? 0 : 1, "a second case of one report is asked about");
    if (!js) {
      await again.check();
    }
    await page.locator("#title").fill(`House by the quay, ${js ? "first" : "second"}`);
    await send(page, page.locator("button[name='to'][value='new']"));
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);

    assert.match(await page.locator("#thread").innerText(), /A white van QQ24 ZRK takes them/);
    const matches = page.locator("aside .match");
    assert.ok((await matches.count()) > 0, "nothing is connected");
    assert.match(await page.locator("aside").innerText(), /bits/);
    await axe(page, "case");
    await fits(page);
    await picture(page, `helpline-case-${js ? "js" : "plain"}`, { whole: true });

    await send(page, matches.first().locator("button[value='SAME']"));
    await send(page, page.locator("aside form[action*='/undo'] button").first());
    assert.equal(await page.locator("aside form[action*='/undo']").count(), 0);
    assert.ok((await page.locator("aside button[value='SAME']").count()) > 0);

    await page.locator("#thread a[href*='/statements/']").first().click();
    await page.locator("#reason").fill("The reporter meant another house");
    await send(page, page.locator("button[formaction*='/retract']"));
    assert.match(await page.locator("#thread").innerText(), /retracted/);
    assert.equal(await matches.count(), 0, "what was retracted is connected to nothing");
    await send(page, page.locator("#thread form[action*='/undo'] button").first());
    assert.ok((await matches.count()) > 0);
    assert.deepEqual(page.noise, []);
    await page.context().close();
  });
}

test("a statement is written down with keys alone", async () => {
  const page = await signedIn(browser, clew.base, WORKER);
  await page.goto("/cases?sort=reference");
  await page.locator("main tbody th a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await page.locator("#say > summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "words");
  await page.keyboard.type("We get up at four.");
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches("#say button"))) {
      break;
    }
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(await page.locator("#thread").innerText(), /We get up at four\./);
  await page.context().close();
});

for (const [manner, options] of Object.entries({
  phone: { width: WIDTHS.phone, js: false },
  small: { width: WIDTHS.small, lang: "es" },
  "phone-ar": { width: WIDTHS.phone, lang: "ar" },
  "desk-ar-dark": { lang: "ar", dark: true },
})) {
  test(`the forms of a case on ${manner} are clean for axe and fit`, async () => {
    const page = await signedIn(browser, clew.base, WORKER, options);
    for (const path of ["/inbox", "/cases", "/cases/new"]) {
      await page.goto(path);
      await fits(page);
      await axe(page, path);
    }
    await page.goto("/cases");
    await page.locator("main tbody th a").first().click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await fits(page);
    await axe(page, "case");
    await picture(page, `helpline-case-${manner}`, { whole: true });
    const base = new URL(page.url()).pathname;
    for (const form of [
      "plan",
      "participants/new",
      "identifiers/new",
      "places/new",
      "consents/new",
      "determinations/new",
    ]) {
      await page.goto(`${base}/${form}`);
      await fits(page);
      await axe(page, form);
    }
    await page.context().close();
  });
}
