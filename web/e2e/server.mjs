// Starts the packaged server the way a person does, on a free port and a folder of its own.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const START_MS = 15 * 60 * 1000;
const STOP_MS = 30 * 1000;

/** Runs the launcher to its end; ends with its exit code and all that it printed. */
export function launcher(...words) {
  const child = spawn(path.join(root, "clew"), words, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const timer = setTimeout(() => child.kill("SIGTERM"), START_MS);
  return new Promise((done) =>
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ code, output });
    }),
  );
}

/**
 * A server of one's own, for tests that kill it, fill it or need it empty.
 * `word` is the launcher's: "demo" or "start"; `arguments` go after it.
 * `CLEW_SERVER` may name another command that takes the same options (for developers).
 */
export async function ownServer({ word = "demo", data, more = [] } = {}) {
  const folder = data ?? (await mkdtemp(path.join(tmpdir(), "clew-e2e-")));
  const command = process.env.CLEW_SERVER ?? path.join(root, "clew");
  const child = spawn(command, [word, "--port", "0", "--data", folder, ...more], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CLEW_LEAVE_TO: await elsewhere() },
  });
  const lines = [];
  const gone = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  const base = await new Promise((ready, fail) => {
    const timer = setTimeout(() => fail(new Error(`no start:\n${lines.join("")}`)), START_MS);
    const read = (chunk) => {
      lines.push(String(chunk));
      const found = /Clew is ready at (http\S+)/.exec(lines.join(""));
      if (found) {
        clearTimeout(timer);
        ready(found[1]);
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => fail(new Error(`ended with ${code}:\n${lines.join("")}`)));
  });
  return {
    base,
    data: folder,
    pid: child.pid,
    /** All that it has printed. */
    output: () => lines.join(""),
    /** All that it has printed, once this is in it. */
    async eventually(pattern) {
      const until = Date.now() + STOP_MS;
      while (!pattern.test(lines.join("")) && Date.now() < until) {
        await new Promise((later) => setTimeout(later, 50));
      }
      return lines.join("");
    },
    /** Ends it as a power cut would; its data stay. */
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    /** Ends it as Ctrl-C would and throws its data away unless they were given. */
    async stop() {
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      const end = await gone;
      clearTimeout(timer);
      if (data === undefined) {
        await rm(folder, { recursive: true, force: true });
      }
      return end;
    },
  };
}

let weather;

/** A page somewhere else, for leaving to: it says where the visitor told it to come from. */
function elsewhere() {
  weather ??= new Promise((ready) => {
    const other = createServer((request, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(`<title>Weather</title>Sunny; referer: ${request.headers.referer ?? "none"}`);
    });
    other.listen(0, "127.0.0.1", () => ready(`http://127.0.0.1:${other.address().port}/`));
    other.unref();
  });
  return weather;
}

/** The demo for the journeys of one file, or the server that `CLEW_E2E_BASE` names. */
export async function server() {
  const named = process.env.CLEW_E2E_BASE;
  return named ? { base: named, stop: async () => {} } : ownServer();
}
