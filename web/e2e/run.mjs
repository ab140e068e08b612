// Runs the journeys: `npm run e2e [FILE…]`.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";

const here = import.meta.dirname;
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : (await readdir(here))
        .filter((name) => name.endsWith(".test.mjs"))
        .map((n) => path.join(here, n));

// Two files at a time, each with a server of its own unless one is named: none finds what another left.
const tests = spawn(
  process.execPath,
  ["--test", "--test-concurrency=2", "--test-timeout=1200000", ...files.sort()],
  { stdio: "inherit" },
);
process.exit(await new Promise((done) => tests.on("exit", (exit) => done(exit ?? 1))));
