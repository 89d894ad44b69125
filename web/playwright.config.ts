import { defineConfig } from '@playwright/test'

// The tests drive the real program on a project built from the example corpus.
export default defineConfig({
  testDir: 'tests',
  timeout: 60_000,
  workers: 1,
  reporter: 'list',
  use: {
    baseURL: 'http://127.0.0.1:8719',
    viewport: { width: 1500, height: 950 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: '../bin/entente demo --serve --listen 127.0.0.1:8719 --quiet',
    url: 'http://127.0.0.1:8719/api/project',
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
