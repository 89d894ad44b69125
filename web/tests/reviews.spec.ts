import { expect as plain, test, type Page } from '@playwright/test'

// A decision makes map and models anew, which takes a moment.
const expect = plain.configure({ timeout: 20_000 })

// The tests share one project: what they decide, they withdraw.
interface Made { target: string; decision: string }
const inForce = async (page: Page): Promise<Made[]> => (await page.request.get('/api/reviews')).json()
test.afterEach(async ({ page }) => {
  for (const r of await inForce(page)) await page.request.post('/api/reviews', { data: { by: 'tests', decision: 'withdraw', target: r.target } })
})

const card = (page: Page) => page.locator('aside.says article').first()

test('a statement is rejected, and it is gone from the lists until the decision is withdrawn', async ({ page }) => {
  await page.goto('/')
  await page.locator('.mention.claim').first().click()
  const before = await page.locator('.mention.claim').count()
  const links = await page.locator('header .counts').textContent()
  await card(page).getByRole('button', { name: 'reject' }).click()
  await card(page).getByLabel('Your name').fill('Li Wei')
  await card(page).getByRole('button', { name: 'Go on' }).click()
  await expect(card(page)).toContainText('rejected by Li Wei')
  await expect(page.getByRole('link', { name: 'decisions: 1' })).toBeVisible()
  await expect.poll(() => page.locator('.mention.claim').count()).toBeLessThan(before)
  await card(page).getByRole('button', { name: 'withdraw the decision' }).click()
  await expect(card(page)).not.toContainText('rejected by')
  await expect(page.locator('.mention.claim')).toHaveCount(before)
  await expect(page.locator('header .counts')).toHaveText(links!)
})

test('a name is asked for once; an accepted link of the map is believed more', async ({ page }) => {
  type Link = { id: string; belief: number }
  const links = async () => (await (await page.request.get('/api/map')).json()).links as Link[]
  const before = new Map((await links()).map((l) => [l.id, l.belief]))
  await page.goto('/#/map')
  await page.locator('tbody tr').nth(20).getByRole('button').click()
  const article = page.locator('aside article').first()
  await article.getByRole('button', { name: 'accept' }).click()
  await page.getByLabel('Your name').fill('Li Wei')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(article).toContainText('accepted by Li Wei')
  const more = (await links()).filter((l) => l.belief > (before.get(l.id) ?? 0))
  expect(more.length).toBeGreaterThan(0)
  await page.reload()
  await page.locator('tbody tr').nth(1).getByRole('button').click()
  await page.locator('aside article').first().getByRole('button', { name: 'accept' }).click()
  await expect(page.locator('aside article').first()).toContainText('accepted by Li Wei')
  await expect(page.getByLabel('Your name')).toHaveCount(0)
})

test('a claim is amended in its slots, and the list of decisions says what it was', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('entente.analyst', 'Li Wei'))
  await page.goto('/')
  await page.locator('.mention.claim').first().click()
  const was = (await card(page).locator('.says').textContent())!
  await card(page).getByRole('button', { name: 'amend' }).click()
  await card(page).getByRole('button', { name: 'Save the change' }).click()
  await expect(card(page).getByRole('alert')).toContainText('Nothing is changed yet')
  await card(page).getByLabel('effect').fill('no such thing')
  await card(page).getByLabel('effect').press('Tab')
  await card(page).getByRole('button', { name: 'Save the change' }).click()
  await expect(card(page).getByRole('alert')).toContainText('There is no concept “no such thing”')
  await card(page).getByLabel('effect').fill('arms race')
  await card(page).getByLabel('effect').press('Tab')
  await card(page).getByLabel('certainty').selectOption('predicted')
  await card(page).getByRole('button', { name: 'Save the change' }).click()
  await expect(card(page)).toContainText('amended by Li Wei')
  await expect(card(page).locator('.says')).toContainText(/arms race.*\(predicted\)/)

  await page.getByRole('link', { name: 'decisions: 1' }).click()
  await expect(page.locator('.decision')).toContainText(`As the program read it: ${was}`)
  await page.locator('.decision').getByRole('button', { name: 'withdraw the decision' }).click()
  await expect(page.getByText('Nobody has decided on a statement yet.')).toBeVisible()
})

test('words selected in a document become a statement', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('entente.analyst', 'Li Wei'))
  await page.goto('/')
  await page.locator('.doc', { hasText: '05-pressure-works' }).click()
  await expect(page.locator('section.text h1')).toContainText('PRESSURE WORKS')
  const words = await page.evaluate(() => {
    const plain = [...document.querySelectorAll<HTMLElement>('section.text p span[data-at]:not(.mention)')].find((s) => s.textContent!.trim().length > 60)!
    getSelection()!.selectAllChildren(plain)
    return plain.textContent!.trim()
  })
  const add = page.locator('aside.says .add')
  await expect(add.locator('blockquote')).toHaveText(words)
  await add.getByRole('button', { name: 'Add a statement' }).click()
  await add.getByLabel('kind of statement').selectOption('position')
  await add.getByLabel('who speaks').fill('Japan')
  await add.getByLabel('who speaks').press('Tab')
  await add.getByLabel('stance').selectOption('commit')
  await add.getByLabel('date').fill('last spring')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(add.getByRole('alert')).toContainText('“last spring” is not a date')
  await add.getByLabel('date').fill('2025-05')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(card(page)).toContainText('added by Li Wei')
  await expect(card(page).locator('.says')).toContainText('Japan → commit')
  await expect(page.locator('.mention.position.chosen')).toContainText(words.slice(0, 20))
  await card(page).getByRole('button', { name: 'withdraw the decision' }).click()
  await expect.poll(() => inForce(page)).toHaveLength(0)
})

test('a phrase that a reviewer finds no concept for is offered as a new one, with its sentence', async ({ page }) => {
  const [link] = (await (await page.request.get('/api/map')).json()).links
  const set = { cause: '' }
  await page.request.post('/api/reviews', { data: { by: 'tests', decision: 'amend', target: link.statements[0], set } })
  const offers = await (await page.request.get('/api/map/offers')).json()
  expect(offers.flatMap((o: { statements: string[] }) => o.statements)).toContain(link.statements[0])
  await page.goto('/#/map/offers')
  const rows = page.locator('tbody tr')
  const one = page.getByLabel(/also phrases that only one work uses/)
  if (await one.count()) await one.check()
  await expect(rows.first()).toContainText(offers[0].name)
  await expect(rows).toHaveCount(Math.min(40, offers.length))
  await rows.first().getByRole('button').click()
  await expect(page.locator('aside article')).toHaveCount(offers[0].statements.length)
})
