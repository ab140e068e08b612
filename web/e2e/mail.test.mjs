// Mail that something waits: an administrator turns it off and on, a worker for themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDTHS, axe, fits, picture, signedIn } from "./browser.mjs";
import { browser, clew } from "./demo.mjs";

/** Changes one answer of a form there and back. */
async function thereAndBack(page, path, name) {
  await page.goto(path);
  for (const on of [false, true]) {
    await page.setChecked(`#${name}`, on);
    await page.locator(`form:has(#${name}) button`).click();
    assert.equal(await page.isChecked(`#${name}`), on);
  }
}

for (const options of [{ width: WIDTHS.desk }, { width: WIDTHS.phone, js: false, lang: "ar" }]) {
  const language = options.lang ?? "en";

  test(`an administrator turns mail off and on and sees what it says, ${language}`, async () => {
    const page = await signedIn(browser, clew.base, /Dina Farrow/, options);
    await thereAndBack(page, "/settings/mail", "wanted");
    await fits(page);
    await axe(page, `mail-settings-${language}`);
    await picture(page, `mail-settings-${language}`, { whole: true });
    await page.context().close();
  });

  test(`a worker turns mail off and on for themselves, ${language}`, async () => {
    const page = await signedIn(browser, clew.base, /Amina/, options);
    await thereAndBack(page, "/account", "told");
    await fits(page);
    await axe(page, `mail-account-${language}`);
    await picture(page, `mail-account-${language}`, { whole: true });
    await page.context().close();
  });
}
