// Runs the journeys against one server: `npm run e2e [FILE…]`.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { ownServer } from "./server.mjs";

const here = import.meta.dirname;
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : (await readdir(here))
        .filter((name) => name.endsWith(".test.mjs"))
        .map((n) => path.join(here, n));

const shared = process.env.CLEW_E2E_BASE ? undefined : await ownServer();
const env = { ...process.env, CLEW_E2E_BASE: process.env.CLEW_E2E_BASE ?? shared.base };
const tests = spawn(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-timeout=1200000", ...files.sort()],
  {
    stdio: "inherit",
    env,
  },
);
const code = await new Promise((done) => tests.on("exit", (exit) => done(exit ?? 1)));
await shared?.stop();
process.exit(code);
