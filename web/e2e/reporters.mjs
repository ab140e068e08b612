// People who report all at once, more of them than there could be browsers: only what goes over the
// wire, and the one cookie that each of them holds.
import assert from "node:assert/strict";

const COOKIE = "__Host-visit";
const RECEIPT = /<output class="receipt"[^>]*>([\d ]+)<\/output>/;

/** Somebody with these words to tell; `base` is the server they reach. */
export function reporter(words) {
  let cookie = "";

  async function ask(base, path, form) {
    const answer = await fetch(base + path, {
      method: form === undefined ? "GET" : "POST",
      body: form && new URLSearchParams(form),
      headers: cookie ? { cookie } : {},
      redirect: "manual",
    });
    for (const given of answer.headers.getSetCookie()) {
      if (given.startsWith(`${COOKIE}=`)) {
        cookie = given.split(";")[0];
      }
    }
    return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
  }

  return {
    words,
    /** Writes everything down and stops before the last button. */
    async write(base) {
      for (const [path, form] of [
        ["/report/begin", { way: "WORRIED" }],
        ["/report/1", { text: words }],
        ["/report/3", { country: "GB" }],
      ]) {
        assert.equal((await ask(base, path, form)).status, 303, path);
      }
    },
    /** Presses the last button; ends with the number that is shown then. */
    async send(base) {
      const sent = await ask(base, "/report/send", {});
      assert.equal(sent.to, "/report/number", `${sent.status} ${sent.text}`);
      return RECEIPT.exec((await ask(base, "/report/number")).text)[1];
    },
    /** What somebody reads who comes back with a number. */
    async comeBack(base, receipt) {
      const entered = await ask(base, "/return", { number: receipt });
      assert.equal(entered.to, "/return/talk", `${entered.status}`);
      return (await ask(base, "/return/talk")).text;
    },
  };
}
