// Every room of the house, as people with different roles find it: readable by everyone, on every
// screen, in every direction; "Known before?" a slash away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, axe, fits, openBrowser, openPage, picture } from "./browser.mjs";
import { server } from "./server.mjs";

let clew;
let browser;

before(async () => {
  clew = await server();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await clew?.stop();
});

async function signIn(role, options) {
  const page = await openPage(browser, clew.base, options);
  await page.goto("/sign-in");
  await page.locator(".demo button", { hasText: role }).first().click();
  await page.locator(".rail .rooms a").first().waitFor({ state: "attached" });
  return page;
}

const rooms = (page) =>
  page.$$eval(".rail.side .rooms a", (links) => links.map((link) => link.getAttribute("href")));

for (const role of ["Helpline worker", "Supervisor", "Analyst", "Administrator"]) {
  test(`every room of a ${role.toLowerCase()} is clean for axe and fits`, async () => {
    const page = await signIn(role, { width: WIDTHS.phone });
    const paths = await rooms(page);
    assert.ok(paths.length > 0);
    for (const path of paths) {
      const name = `room-${role.split(" ")[0].toLowerCase()}${path.replace(/\W+/g, "-")}`;
      await page.setViewportSize({ width: WIDTHS.phone, height: 800 });
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await fits(page);
      await picture(page, `${name}-phone`);
      await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=ar`);
      assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
      await fits(page);
      await axe(page, path);
      await picture(page, `${name}-desk-ar`);
    }
    assert.deepEqual(page.noise, []);
    await page.context().close();
  });
}

test("rooms fold into a menu on phones without scripts", async () => {
  const page = await signIn("Helpline worker", { width: WIDTHS.phone, js: false });
  assert.equal(await page.locator("nav.rail.side").isVisible(), false);
  await page.locator("details.fold summary").click();
  assert.equal(await page.locator("details.fold nav a").first().isVisible(), true);
  await page.context().close();
});

test("a slash reaches Known before? and what is typed stays out of the address", async () => {
  const page = await signIn("Helpline worker", {});
  await page.waitForLoadState("load");
  await page.locator("body").press("/");
  await page.locator("input[name=q]:focus").waitFor();
  await page.keyboard.type("07700 900188");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/known*");
  assert.doesNotMatch(page.url(), /900188/);
  await axe(page);
  await page.context().close();
});
