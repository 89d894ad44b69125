import { expect, test } from '@playwright/test'

test('a promise stands with its outcome and its deeds, and each leads to its sentence', async ({ page }) => {
  await page.goto('/#/ledger')
  await page.getByRole('link', { name: 'Words against deeds' }).click()
  await expect(page.getByText('that is no proof that nothing was done')).toBeVisible()
  const promises = page.locator('article')
  await page.getByLabel('outcome').selectOption({ label: (await page.getByLabel('outcome').locator('option', { hasText: 'no deed reported' }).textContent())! })
  await expect(promises.first()).toContainText('no deed reported')
  await expect(promises.first().getByRole('table')).toHaveCount(0)

  await page.getByLabel('outcome').selectOption('reached')
  const all = await promises.count()
  await page.getByLabel('who').selectOption({ label: 'United States' })
  await expect(promises.first().locator('.head')).toContainText('United States')
  expect(await promises.count()).toBeLessThan(all)

  const deed = promises.first().getByRole('table').locator('tr', { hasText: 'figure' }).first()
  const quote = (await deed.locator('td').last().textContent())!.trim()
  await deed.getByRole('button').click()
  await expect(page).toHaveURL(/#\/documents\/[0-9a-f]{64}\/\d+/)
  await expect(page.locator('aside.says blockquote').first()).toContainText(quote.slice(0, 12))
})

test('a record that a promise is held against names its source', async ({ page }) => {
  await page.goto('/#/ledger/deeds')
  await page.getByLabel('find in the list').fill('% of GDP')
  await expect(page.locator('tr', { hasText: 'record' }).first()).toContainText('SIPRI')
})
