// What whoever runs Clew sees of it on the console: one clear word when it is ready, one when it cannot be.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { launcher, ownServer } from "./server.mjs";

const ADMINISTRATOR = "dina@harbour.example.org";

let clew;
let data;
let link;

before(async () => {
  data = await mkdtemp(path.join(tmpdir(), "clew-e2e-"));
  clew = await ownServer({ data });
});

after(async () => {
  await clew?.stop();
  await rm(data, { recursive: true, force: true });
});

/** Starts once more on the same folder; ends with what was said instead of starting, which is one paragraph. */
async function refusal(...more) {
  return refused("demo", "--port", "0", ...more);
}

async function refused(...words) {
  const end = await launcher(...words, "--data", data);
  assert.notEqual(end.code, 0);
  assert.equal(end.output.trim().split("\n").length, 1, end.output);
  assert.match(end.output, /^clew: /);
  return end.output;
}

async function stopped() {
  await clew?.stop();
  clew = undefined;
}

async function signInsAreTold() {
  const said = await clew.eventually(/Omar Wexley/);
  assert.match(said, /Clew is ready at http:\/\/localhost:\d+\n/);
  assert.match(said, new RegExp(`one click each.*: ${clew.base}/sign-in\n`));
  assert.match(said, /\n {2}Harbour Line {14}Amina Kestrel {2}Helpline worker\n/);
  assert.match(said, /\n {28}Ben Orlan {6}Analyst\n/);
  assert.doesNotMatch(said, /ERROR|WARN|Exception/);
}

test("the demo tells its sign-ins, at each start", async () => {
  await signInsAreTold();
  await stopped();
  // Where the machine is slow, a connection may be ended by the stop itself.
  const log = await readFile(path.join(data, "postgres.log"), "utf8");
  const wrong = log
    .split("\n")
    .filter((line) => line !== "" && !/administrator command/.test(line));
  assert.deepEqual(wrong, []);
  clew = await ownServer({ data });
  await signInsAreTold();
});

test("a folder that is in use is refused", async () => {
  assert.match(await refused("let-in", ADMINISTRATOR), /Another Clew is using/);
  assert.match(
    await refusal(),
    /^clew: Another Clew is using .* choose another folder with --data/,
  );
});

test("a public address by plain HTTP is refused", async () => {
  assert.match(await refusal("--public-url", "http://clew.example.org"), /is plain HTTP/);
});

test("a port that is taken is refused", async () => {
  await stopped();
  const other = createServer();
  await new Promise((ready) => other.listen(0, "127.0.0.1", ready));
  const { port } = other.address();
  try {
    assert.match(await refusal("--port", String(port)), new RegExp(`Port ${port} is taken`));
  } finally {
    other.close();
  }
});

test("the files of another PostgreSQL are refused", async () => {
  const version = path.join(data, "postgres", "PG_VERSION");
  const own = await readFile(version, "utf8");
  await writeFile(version, "17\n");
  try {
    assert.match(await refusal(), /was written by PostgreSQL 17; this Clew brings PostgreSQL 18/);
  } finally {
    await writeFile(version, own);
  }
});

for (const name of ["server.key", "access"]) {
  test(`a database without its key "${name}", or with another, is refused`, async () => {
    const key = path.join(data, "keys", name);
    await rename(key, `${key}.away`);
    try {
      assert.match(await refusal(), /The key file .* is missing/);
      await writeFile(key, Buffer.alloc(32));
      assert.match(await refusal(), /is not the one/);
      await writeFile(key, Buffer.alloc(31));
      assert.match(await refusal(), /is damaged/);
    } finally {
      await rm(key, { force: true });
      await rename(`${key}.away`, key);
    }
  });
}

test("a backup comes back over what is there only when told to", async () => {
  const file = path.join(data, "whole.clew");
  const passphrase = path.join(data, "passphrase");
  await writeFile(passphrase, "a clew of red wool\n");
  const sealed = ["--passphrase-file", passphrase];
  const where = path.join(data, "nowhere", "whole.clew");
  assert.match(await refused("backup", where), /cannot be written: its folder is not there/);
  assert.match(await refused("restore", file), /There is no file .*whole\.clew/);
  assert.match(await refused("backup", file), /--passphrase-file FILE, or run this at a terminal/);
  const backup = await launcher("backup", file, "--data", data, ...sealed);
  assert.match(backup.output, /Everything is in .*whole\.clew now/);
  assert.match(await refused("restore", file, ...sealed), /holds data already/);
  const restore = await launcher("restore", file, "--data", data, ...sealed, "--yes");
  assert.match(restore.output, /^Restored \d+ rows and the keys\.\n$/);
  const aside = (await readdir(data)).find((name) => name.startsWith("before-restore-"));
  assert.ok((await readdir(path.join(data, aside))).includes("keys"), "what was there is kept");
});

test("an administrator who lost everything gets a link, and nobody else does", async () => {
  assert.match(
    await refused("let-in", "nobody@example.org"),
    /No administrator here has the address/,
  );
  const given = await launcher("let-in", ADMINISTRATOR, "--data", data, "--port", "8999");
  assert.equal(given.code, 0, given.output);
  assert.match(given.output, /^Hand over this link\. It works once, within 7 days; .*:\n\S+\n$/);
  link = new URL(given.output.trim().split("\n").at(-1));
  assert.equal(link.origin, "http://localhost:8999");
});

test("after all this it starts as if nothing had been", async () => {
  clew = await ownServer({ data });
  assert.equal((await fetch(clew.base)).status, 200);
  assert.match(await (await fetch(clew.base + link.pathname)).text(), /Dina Farrow/);
});
