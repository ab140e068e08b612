import { defineConfig } from "vite";

// Entries are few and named after who loads them; hashed names are looked up in manifest.json.
export default defineConfig({
  base: "/assets/",
  build: {
    outDir: "target/classes/META-INF/resources/assets",
    emptyOutDir: true,
    assetsDir: "",
    manifest: "manifest.json",
    modulePreload: false,
    rollupOptions: {
      input: ["src/public.css", "src/staff.css", "src/public.ts", "src/staff.ts", "src/passkey.ts"],
    },
  },
  test: { include: ["src/**/*.test.ts"] },
} as never);
