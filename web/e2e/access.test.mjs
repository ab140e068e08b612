// Coming in for real: the first start, a passkey on the device, an app with codes, and a proof.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { WIDTHS, axe, fits, openBrowser, openPage, picture } from "./browser.mjs";
import { ownServer } from "./server.mjs";

let clew;
let browser;

before(async () => {
  clew = await ownServer({ word: "start" });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await clew?.stop();
});

/** A device that knows passkeys and never asks its owner twice. */
async function withDevice(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an authenticator app shows (RFC 6238). */
function code(secret, steps = 0) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = "";
  for (const letter of secret.replaceAll(" ", "")) {
    bits += letters.indexOf(letter).toString(2).padStart(5, "0");
  }
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function path(page) {
  return new URL(page.url()).pathname;
}

async function look(page, name) {
  await axe(page, name);
  await page.setViewportSize({ width: WIDTHS.phone, height: 900 });
  await fits(page);
  await picture(page, `${name}-phone`, { whole: true });
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
  await fits(page);
  await picture(page, name, { whole: true });
}

const password = "thread through the labyrinth";
let invitation;
let secret;

test("whoever reads the console makes the first administrator, with a passkey", async () => {
  const page = await openPage(browser, clew.base);
  await withDevice(page);
  await page.goto("/setup");
  await look(page, "access-setup");
  let found;
  for (let i = 0; i < 50 && !found; i++) {
    found = /24 hours: ([0-9A-Z-]{19})/.exec(clew.output());
    await new Promise((ready) => setTimeout(ready, 100));
  }
  await page.fill("#code", found[1]);
  await page.fill("#organisation", "Harbour Helpline");
  await page.fill("#name", "Ana Duarte");
  await page.fill("#email", "ana@example.org");
  await page.click("main form .btn.main");
  await page.waitForURL(/\/join\//);
  await look(page, "access-join");
  await page.click("form[data-passkey] button");
  await page.waitForSelector(".codes");
  assert.equal(await page.locator(".codes li").count(), 10);
  await look(page, "access-codes");
  await page.click("main a.btn.main");
  assert.equal(await path(page), "/people");
  assert.deepEqual(page.noise, []);

  // Out, and in again with the passkey alone.
  await page.click(".me button");
  await page.waitForURL(/\/sign-in$/);
  assert.equal((await page.context().cookies()).length <= 1, true);
  await look(page, "access-sign-in");
  await page.click("form[data-passkey] button");
  await page.waitForURL(/\/people$/);
  const [cookie] = await page.context().cookies();
  assert.equal(cookie.name, "__Host-clew");
  assert.ok(cookie.httpOnly && cookie.secure && cookie.sameSite === "Strict");

  // A proof with the passkey, asked for by the page itself.
  await page.goto("/tokens");
  await look(page, "access-tokens");
  await page.goto("/account");
  await look(page, "access-account");
  await page.goto("/account/sessions");
  await look(page, "access-sessions");
  await page.goto("/account/confirm?to=/tokens");
  await look(page, "access-confirm");
  await page.click("form[data-passkey] button");
  await page.waitForURL((url) => url.pathname === "/tokens");
  // What is not theirs they cannot let a program do.
  assert.equal(await page.locator("#scopes").count(), 0);

  // Somebody new.
  await page.goto("/people/add");
  await look(page, "access-add-person");
  await page.fill("#name", "Bilal Osei");
  await page.fill("#email", "bilal@example.org");
  await page.check("input[value=SUPERVISOR]");
  await page.click("main form .btn.main");
  invitation = await page.locator(".secret").innerText();
  await look(page, "access-link");
  await page.goto("/people");
  await look(page, "access-people");
  await page.click("text=Bilal Osei");
  await look(page, "access-person");
  await page.goto("/settings");
  await look(page, "access-settings");
  await page.goto("/setup");
  assert.equal(await page.locator("h1").count(), 1);
  assert.doesNotMatch(await page.locator("main").innerText(), /setup code/i);
  await page.context().close();
});

test("somebody new joins with a password and an app, where no script runs", async () => {
  const page = await openPage(browser, clew.base, { js: false, lang: "ar" });
  await page.goto(new URL(invitation).pathname);
  assert.equal(await page.locator("form[data-passkey]").isVisible(), false);
  await look(page, "access-join-ar");
  secret = await page.locator("code[dir=ltr]").first().innerText();
  await page.fill("#password", password);
  await page.fill("#code", code(secret));
  await page.click("main form .btn.main >> visible=true");
  assert.equal(await page.locator(".codes li").count(), 10);
  await page.goto("/audit");
  await look(page, "access-audit-ar");
  await page.goto("/people");
  await look(page, "access-people-ar");
  await page.goto("/account");
  await look(page, "access-account-ar");
  await page.context().close();
});

test("a password and a code let somebody in, where no script runs", async () => {
  const page = await openPage(browser, clew.base, { js: false });
  await page.goto("/sign-in");
  await page.fill("#email", "bilal@example.org");
  await page.fill("#password", "not this one at all");
  await page.click("main form .btn.main >> visible=true");
  await look(page, "access-sign-in-wrong");
  await page.fill("#password", password);
  await page.click("main form .btn.main >> visible=true");
  await page.waitForURL(/\/sign-in\/code$/);
  await look(page, "access-code");
  // The next code: the one of joining may be this half minute's, and works once.
  await page.fill("#code", code(secret, 1));
  await page.click("main form .btn.main");
  assert.notEqual(await path(page), "/sign-in/code");
  await page.goto("/audit");
  assert.match(await page.locator("main").innerText(), /The chain holds/);
  await look(page, "access-audit");
  await page.goto("/sign-in/recovery");
  await look(page, "access-recovery");
  await page.context().close();
});
