import { expect, test } from '@playwright/test'

test('a document shows its statements, each with its words and rule', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Works' })).toBeVisible()
  await expect(page.getByText('one text, 3 versions')).toBeVisible()
  const mention = page.locator('.mention.claim').first()
  const words = (await mention.textContent())!
  await mention.click()
  const says = page.locator('aside.says')
  await expect(says.locator('blockquote').first()).toContainText(words.trim().slice(0, 12))
  await expect(says).toContainText('rule claim/')
})

test('the ledger leads from a demand to its sentence on the page', async ({ page }) => {
  await page.goto('/#/ledger')
  await page.getByLabel('stance').selectOption('demand')
  await page.getByLabel('with an amount').check()
  const row = page.locator('tbody tr', { hasText: '3.5 %GDP' }).first()
  await expect(row).toBeVisible()
  await row.getByRole('button').click()
  await expect(page).toHaveURL(/#\/documents\/[0-9a-f]{64}\/\d+/)
  await expect(page.locator('aside.says blockquote').first()).toContainText('3.5')
})

test('an arrow of the map tells who says so', async ({ page }) => {
  await page.goto('/#/map')
  await expect(page.locator('.graph canvas').first()).toBeVisible()
  await page.locator('tbody tr').first().getByRole('button').click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
  await expect(page.locator('aside')).toContainText('belief')
})

test('a scenario of the reference model is run and charted, and answers "says who?"', async ({ page }) => {
  await page.goto('/#/model/us-japan')
  await expect(page.locator('figure canvas').first()).toBeVisible({ timeout: 30_000 })
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toContainText('%')
  await rows.first().getByRole('button').click()
  const aside = page.locator('aside')
  await expect(aside.locator('code').first()).toBeVisible()
  await expect(aside).toContainText('Moved by')
})

test('the model made from the map leads back to sentences', async ({ page }) => {
  await page.goto('/#/model')
  await expect(page.locator('figure canvas').first()).toBeVisible({ timeout: 30_000 })
  await page.locator('tbody tr').first().getByRole('button').click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
})
