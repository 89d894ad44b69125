import { expect, test } from '@playwright/test'

interface Promised { outcome: string; speaker: string[]; deeds: { kind: string; quote?: string; source?: string }[] }

test('a promise stands with its outcome and its deeds, and each leads to its sentence', async ({ page }) => {
  const all: Promised[] = await (await page.request.get('/api/promises')).json()
  const said = (p: Promised) => p.deeds.find((d) => d.quote)
  const kept = all.find((p) => p.outcome === 'reached' && said(p))!
  const of = (p: Promised) => p.speaker.map((a) => a.split('/')[0])
  await page.goto('/#/ledger')
  await page.getByRole('link', { name: 'Words against deeds' }).click()
  await expect(page.getByText('that is no proof that nothing was done')).toBeVisible()
  const promises = page.locator('article')
  await page.getByLabel('outcome').selectOption('silent')
  await expect(promises.first()).toContainText('no deed reported')
  await expect(promises.getByRole('table')).toHaveCount(0)

  await page.getByLabel('outcome').selectOption('reached')
  await expect(promises).toHaveCount(all.filter((p) => p.outcome === 'reached').length)
  await page.getByLabel('who').selectOption(of(kept)[0])
  await expect(promises).toHaveCount(all.filter((p) => p.outcome === 'reached' && of(p).includes(of(kept)[0])).length)

  const deed = promises.getByRole('table').locator('tr', { hasText: said(kept)!.quote!.slice(0, 12) }).first()
  await deed.getByRole('button').click()
  await expect(page).toHaveURL(/#\/documents\/[0-9a-f]{64}\/\d+/)
  await expect(page.locator('aside.says blockquote').first()).toContainText(said(kept)!.quote!.slice(0, 12))
})

test('a record that a promise is held against names its source', async ({ page }) => {
  await page.goto('/#/ledger/deeds')
  await page.getByLabel('find in the list').fill('% of GDP')
  await expect(page.locator('tr', { hasText: 'record' }).first()).toContainText('SIPRI')
})
