import { defineConfig } from 'vite'
import { svelte } from '@sveltejs/vite-plugin-svelte'

// elkjs ships a bundle of its own; it is loaded only when a map is drawn.
export default defineConfig({
  plugins: [svelte()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  server: { proxy: { '/api': 'http://127.0.0.1:8017' } },
})
