import { expect, test } from "vitest";
import { cameBackFromOutside, pressCounter } from "./leaving";

const entries = (index: number, count: number) => ({
  currentEntry: { index },
  entries: () => Array.from({ length: count }),
});

test("three quick presses of one key leave", () => {
  let now = 0;
  const pressed = pressCounter(() => (now += 400));
  expect([pressed("Shift"), pressed("Shift"), pressed("Shift")]).toEqual([false, false, true]);
});

test("slow presses, mixed keys and typing in between do not leave", () => {
  let now = 0;
  const slow = pressCounter(() => (now += 2000));
  expect([slow("Escape"), slow("Escape"), slow("Escape")]).toEqual([false, false, false]);
  const mixed = pressCounter(() => 0);
  expect([mixed("Shift"), mixed("Escape"), mixed("Shift")]).toEqual([false, false, false]);
  const typing = pressCounter(() => 0);
  expect(["Shift", "A", "Shift", "B", "Shift"].map(typing)).not.toContain(true);
});

test("coming back from outside is told from going back among our own pages", () => {
  expect(cameBackFromOutside("back_forward", entries(2, 3))).toBe(true);
  expect(cameBackFromOutside("back_forward", entries(1, 3))).toBe(false);
  expect(cameBackFromOutside("navigate", entries(2, 3))).toBe(false);
  expect(cameBackFromOutside("back_forward", undefined)).toBe(false);
});
