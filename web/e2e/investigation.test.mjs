// An analyst's afternoon: a list comes in and shows what it is connected to; and a worker's question
// while somebody is on the line. With scripts and without.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDTHS, axe, fits, picture, undressed, signedIn } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";
import { reporter } from "./reporters.mjs";
import { ownServer } from "./server.mjs";

const ANALYST = "Ben Orlan";
const WORKER = "Amina Kestrel";
const REPORTERS = 28;
const SHOWN = 6;
const HUMAN_MS = 4500;
const LIST = `agency,contact name,phone,notes
Harbour Hands Ltd,Dario Invented,07700 900951,first seen in May
Harbour Hands Limited,Dario Invented,+44 7700 900951,the same again
Quay Staff Ltd,Mara Fictional,020 7946 0951,<script>alert("x")</script>
Nobody Ltd,Nobody,call the office,
`;

/** Fills the upload form; ends on the page of the columns. */
async function upload(page, name, text) {
  await page.goto("/imports/new");
  await page.locator("#file").setInputFiles({
    name: "agencies.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await page.locator("#name").fill(name);
  await page.locator("#purpose").fill("Looking for agencies that come back under other names");
  await page.locator("form[enctype] button.main").click();
  await page.waitForURL(/\/columns$/);
}

/** Waits until an import has ended: with scripts the page says so by itself, else one looks. */
async function ended(page, js = false) {
  if (js) {
    await page.locator(".title .tag", { hasText: "imported" }).waitFor({ timeout: 120_000 });
    return;
  }
  const until = Date.now() + 10 * 60 * 1000;
  while (Date.now() < until) {
    const state = await page.locator(".title .tag").first().textContent();
    if (!["waiting", "writing", "connecting"].includes(state.trim())) {
      return;
    }
    await page.waitForTimeout(1000);
    await page.reload();
  }
  assert.fail("the import did not end");
}

for (const js of [true, false]) {
  test(`a list comes in, is looked at and taken out again, scripts ${js ? "on" : "off"}`, async () => {
    const page = await signedIn(browser, clew.base, ANALYST, { js });
    await upload(page, `Agencies ${js}`, LIST.replaceAll("951", js ? "952" : "953"));
    const uses = await page
      .locator("select[name='use']")
      .evaluateAll((all) => all.map((select) => select.value));
    assert.deepEqual(uses, ["ORGANISATION_NAME", "NAME", "PHONE", "TEXT"]);
    await axe(page, "columns");
    await picture(page, `import-columns-${js}`);
    await page.locator("form[action*='/columns'] button.main").click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);

    const preview = await page.locator("main").innerText();
    assert.match(preview, /Import 3 rows/);
    assert.match(preview, /cannot be read as what the column holds/);
    await axe(page, "preview");
    await picture(page, `import-preview-${js}`, { whole: true });
    await page.locator("form[action$='/start'] button.main").click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await ended(page, js);

    const result = await page.locator("main").innerText();
    assert.match(result, /Duplicates inside the list/);
    assert.match(result, /bits/);
    await axe(page, "result");
    await picture(page, `import-result-${js}`, { whole: true });

    await page.locator(".confirm summary").click();
    await page.locator(".confirm[open] button").click();
    await page.waitForLoadState();
    assert.match(await page.locator("main").innerText(), /undone/);
    await page.context().close();
  });

  test(`a number typed mid-call is known, scripts ${js ? "on" : "off"}`, async () => {
    const page = await signedIn(browser, clew.base, WORKER, { js });
    await page.goto("/known");
    await page.locator("main input[name='q']").fill("900188");
    await page.locator("main form button.main").click();
    await page.locator(".match").first().waitFor();
    const answer = await page.locator("main").innerText();
    assert.match(answer, /bits/);
    assert.match(answer, /shown, strongest first/);
    assert.match(new URL(page.url()).search, /^\?asked=[0-9a-f-]{36}$/);
    await axe(page, "known before");
    // Into a match and back: what was asked is still there.
    await page.locator(".match a").first().click();
    await page.waitForURL(/\/(cases|records)\//);
    await page.goBack();
    await page.locator(".match").first().waitFor();
    await picture(page, `known-${js}`);
    await page.locator(".match button[value='DIFFERENT']").first().click();
    await page.locator("main").waitFor();
    await page.locator("main details summary", { hasText: "something else" }).click();
    assert.match(await page.locator("main").innerText(), /Judged different/);
    await page.locator("form[action*='/undo'] button").first().click();
    await page.waitForLoadState();
    assert.equal(await page.locator("form[action*='/undo']").count(), 0);
    await page.context().close();
  });
}

test("what was judged the same has an address that stays", async () => {
  const page = await signedIn(browser, clew.base, WORKER);
  await page.goto("/known");
  await page.locator("main input[name='q']").fill("900188");
  await page.locator("main form button.main").click();
  await page.locator(".match button[value='SAME']").first().click();
  await page.locator(".match a", { hasText: "How this came together" }).first().click();
  await page.waitForURL(/\/entities\/[0-9a-f-]{36}$/);
  const path = new URL(page.url()).pathname;
  assert.match(await page.locator("main").innerText(), /records were put together/);
  assert.match(await page.locator("main").innerText(), /judged two records: Same/);
  await axe(page, "entity");
  await picture(page, "entity", { whole: true });
  await page.goBack();
  await page.locator("form[action*='/undo'] button").first().click();
  await page.waitForLoadState();
  await page.goto(path);
  assert.match(await page.locator("main").innerText(), /took a judgement back|One record/);
  const small = await signedIn(browser, clew.base, WORKER, {
    width: WIDTHS.phone,
    lang: "ar",
    dark: true,
  });
  await small.goto(`${path}?lang=ar`);
  await fits(small);
  await axe(small, "entity in Arabic");
  await picture(small, "entity-phone-ar", { whole: true });
  await small.context().close();
  await page.context().close();
});

test("the pages fit a phone, right to left, and say every word from the files", async () => {
  const page = await signedIn(browser, clew.base, ANALYST, {
    width: WIDTHS.phone,
    lang: "ar",
    dark: true,
  });
  for (const path of ["/imports", "/imports/new", "/records", "/known"]) {
    await page.goto(`${path}?lang=ar`);
    await fits(page);
    await axe(page, `${path} in Arabic`);
    await picture(page, `investigation${path.replaceAll("/", "-")}-phone-ar`);
  }
  for (const path of ["/imports/new", "/known"]) {
    await page.goto(`${path}?lang=en-XA`);
    const known = [ANALYST, "Clew", "Harbour", "CSV"];
    assert.deepEqual(await undressed(page, known), [], path);
  }
  await page.context().close();
});

/** Opens every waiting report; ends with how often each of these words stands in one. */
async function told(page, words) {
  const found = new Map(words.map((each) => [each, 0]));
  for (const report of await waiting(page)) {
    const opened = await page.request.get(report);
    assert.equal(opened.status(), 200, report);
    const text = await opened.text();
    for (const each of words.filter((some) => text.includes(some))) {
      found.set(each, found.get(each) + 1);
    }
  }
  return found;
}

/** The addresses of all reports that nobody has opened. */
async function waiting(page) {
  const found = new Set();
  for (let at = 1; ; at++) {
    await page.goto(`/inbox?page=${at}`);
    const links = await page
      .locator("main tbody th a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    const before = found.size;
    links.forEach((link) => found.add(link));
    if (found.size === before) {
      return found;
    }
  }
}

test("a power cut in the middle of an import and of reports leaves nothing half-written", async () => {
  let own = await ownServer();
  try {
    const reporters = Array.from({ length: REPORTERS }, (_, i) =>
      reporter(`Lamp${i}x on the quay`),
    );
    await Promise.all(reporters.map((each) => each.write(own.base)));
    const written = Date.now();
    const worker = await signedIn(browser, own.base, WORKER, { js: false });
    const before = (await waiting(worker)).size;
    const page = await signedIn(browser, own.base, ANALYST, { js: false });
    let text = "name,phone\n";
    for (let i = 0; i < 20000; i++) {
      text += `Person Number${i},\n`;
    }
    await upload(page, "Cut off", text);
    await page.locator("form[action*='/columns'] button.main").click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    const list = new URL(page.url()).pathname;
    await page.waitForTimeout(Math.max(0, written + HUMAN_MS - Date.now()));
    await page.locator("form[action$='/start'] button.main").click();

    const shown = new Map();
    let enough;
    const someWereShown = new Promise((done) => (enough = done));
    const sending = reporters.map(async (each) => {
      shown.set(each, await each.send(own.base));
      if (shown.size === SHOWN) {
        enough();
      }
    });
    await Promise.race([someWereShown, Promise.all(sending)]);
    await own.kill();
    await Promise.allSettled(sending);
    assert.ok(shown.size >= SHOWN && shown.size < REPORTERS, `${shown.size} numbers were shown`);
    await page.context().close();
    await worker.context().close();
    own = await ownServer({ data: own.data });

    for (const [each, receipt] of shown) {
      assert.ok((await each.comeBack(own.base, receipt)).includes(each.words), "shown, it opens");
    }
    await Promise.all(
      reporters.map(async (each) => {
        if (!shown.has(each)) {
          const receipt = await each.send(own.base);
          assert.ok((await each.comeBack(own.base, receipt)).includes(each.words), "sent again");
        }
      }),
    );
    const inbox = await signedIn(browser, own.base, WORKER, { js: false });
    assert.equal((await waiting(inbox)).size, before + REPORTERS);
    const words = reporters.map((each) => each.words);
    assert.deepEqual(await told(inbox, words), new Map(words.map((each) => [each, 1])));
    await inbox.context().close();

    const again = await signedIn(browser, own.base, ANALYST, { js: false });
    await again.goto(list);
    await ended(again);
    const main = await again.locator("main").innerText();
    assert.match(main, /20,000/);
    const state = await again.locator(".title .tag").innerText();
    assert.ok(["imported", "ready to import"].includes(state), state);
    await again.context().close();
  } finally {
    await own.stop();
  }
});
