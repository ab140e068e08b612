// Every room of the house, as people with different roles find it: readable by everyone, on every
// screen, in every direction; "Known before?" a slash away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDTHS, axe, fits, picture, stacks, signedIn } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";

const rooms = (page) =>
  page.$$eval(".rail.side .rooms a", (links) => links.map((link) => link.getAttribute("href")));

for (const role of ["Helpline worker", "Supervisor", "Analyst", "Administrator"]) {
  test(`every room of a ${role.toLowerCase()} is clean for axe and fits`, async () => {
    const page = await signedIn(browser, clew.base, role, { width: WIDTHS.phone });
    const paths = await rooms(page);
    assert.ok(paths.length > 0);
    for (const path of paths) {
      const name = `room-${role.split(" ")[0].toLowerCase()}${path.replace(/\W+/g, "-")}`;
      await page.setViewportSize({ width: WIDTHS.phone, height: 800 });
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await fits(page);
      await stacks(page);
      await picture(page, `${name}-phone`);
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=ar`);
      await fits(page);
      await stacks(page);
      await picture(page, `${name}-phone-ar`);
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

test("a row on a phone is still a row to those who hear it, and one heading may order them", async () => {
  const page = await signedIn(browser, clew.base, "Helpline worker", {
    width: WIDTHS.phone,
    js: false,
    dark: true,
  });
  await page.goto("/cases");
  assert.ok((await stacks(page)) > 1);
  await page.setViewportSize({ width: WIDTHS.small, height: 800 });
  await fits(page);
  await stacks(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const heard = (role) => nodes.filter((node) => node.role?.value === role).length;
  const rows = await page.locator("table.rows tbody tr").count();
  assert.equal(heard("row"), rows + 1);
  assert.equal(heard("rowheader"), rows);
  assert.equal(heard("cell"), rows * 5);
  assert.equal(heard("columnheader"), 6);
  const order = page.getByRole("columnheader").first();
  await order.locator("a").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**sort=**");
  assert.notEqual(await page.getByRole("columnheader").first().getAttribute("aria-sort"), "none");
  await page.context().close();
});

test("the cases are a table on paper and have edges without colours", async () => {
  const page = await signedIn(browser, clew.base, "Helpline worker", { width: WIDTHS.phone });
  await page.goto("/cases");
  await page.emulateMedia({ media: "print" });
  const shape = () =>
    page
      .locator("table.rows tbody tr")
      .first()
      .evaluate((row) => getComputedStyle(row).display);
  assert.equal(await shape(), "table-row");
  await picture(page, "cases-print");
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  assert.equal(await shape(), "grid");
  await axe(page);
  await picture(page, "cases-forced-colors");
  await page.context().close();
});

test("rooms fold into a menu on phones without scripts", async () => {
  const page = await signedIn(browser, clew.base, "Helpline worker", {
    width: WIDTHS.phone,
    js: false,
  });
  await page.locator("nav.rail.side").waitFor({ state: "hidden" });
  await page.locator("details.fold summary").click();
  await page.locator("details.fold nav a").first().waitFor({ state: "visible" });
  await page.context().close();
});

test("a slash reaches Known before? and what is typed stays out of the address", async () => {
  const page = await signedIn(browser, clew.base, "Helpline worker", {});
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
