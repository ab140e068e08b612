// The demo and a browser for the journeys of one file, from before its first test until after its last.
import { after, before } from "node:test";
import { openBrowser } from "./browser.mjs";
import { server } from "./server.mjs";

export let clew;
export let browser;

before(async () => {
  clew = await server();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await clew?.stop();
});
