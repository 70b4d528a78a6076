// Every row of the route table: pages at two widths and in both colours with axe, without script, and
// by a person of another workspace. Addresses with ids are found by following the product's own links.
import { approvedCampaign, axe, base, batch, end, launch, ok, routes, settings, signIn } from './support.mjs';

const table = routes();
const browser = await launch();
const matcher = (pattern) => new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace('{tenant}', 'demo').replace(/\{[a-z_]+\}/g, '[^/]+')}$`);
const shown = (kind) => table.filter((r) => r.method === 'GET' && r.caller === 'session' && r.kind === kind);
const pages = shown('page');
const parts = shown('part');

// Follows links until every page has an address.
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
// What pages fetch for themselves.
const fetched = new Set();
page.on('request', (r) => { if (r.headers()['hx-request']) fetched.add(new URL(r.url()).pathname + new URL(r.url()).search); });
await signIn(page);
batch(['user', 'add', 'colleague@leadgen.example', '--name', 'Colleague', '--tenant', 'demo', '--role', 'editor', '--password-stdin'], 'a short walk by the sea\n');
await page.goto(`${base}/demo/settings/tokens/new`);
await page.fill('input[name=name]', 'Spreadsheet');
await page.click('main button[type=submit]');
await page.waitForLoadState();
const token = (await page.locator('main code, main input[readonly]').first().innerText().catch(() => '')) || (await page.locator('main input[readonly]').first().inputValue().catch(() => ''));
const bare401 = await (await browser.newContext()).request.get(`${base}/api/v1/demo/me`);
ok(bare401.status() === 401, 'the API asks for a token', `status ${bare401.status()}`);
const me = await (await browser.newContext()).request.get(`${base}/api/v1/demo/me`, { headers: { Authorization: `Bearer ${token.trim()}` } });
ok(me.status() === 200 && (await me.json()).tenant.slug === 'demo', 'a token tells whose it is', `status ${me.status()} token ${token.length}`);
// Imports at the steps that the demo has left behind: to be mapped, to be started, no table.
await page.goto(`${base}/demo/import`);
await page.setInputFiles('#f-file', { name: 'image.csv', mimeType: 'text/csv', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
await page.click('[data-drop] button');
await page.waitForURL(/\/import\/\d+$/);
for (const rows of ['Firma;Web\nNorthquay;northquay.example', 'Firma;Web\nLumenfold;lumenfold.example']) {
  await page.goto(`${base}/demo/import`);
  await page.click('text=Paste rows instead');
  await page.fill('#f-rows', rows);
  await page.click('text=Look at these rows');
  await page.waitForURL(/\/map/);
}
await page.click('.form-bar button[type=submit]');
await page.waitForSelector('.equation', { timeout: 90000 });
// An export, which nothing in the demo has left behind.
await page.goto(`${base}/demo/contacts/export`);
await page.click('.page-actions button[type=submit]');
await page.waitForSelector('.page-actions a[download]', { timeout: 90000 });
// A file made of a campaign, and a template of PDFs, of which the demo has none.
await page.goto(`${base}${approvedCampaign('Handed out')}/exports`);
await page.locator('#f-export button[type=submit]').click();
await page.waitForSelector('.page-actions a[download]', { timeout: 90000 });
const handed = new URL(page.url()).pathname;
await page.goto(`${base}/demo/settings/pdf`);
await page.fill('#f-name', 'Walked');
await page.setInputFiles('#f-file', { name: 'offer.html', mimeType: 'text/html', buffer: Buffer.from('<h1>Dear {{first_name|you}}</h1>') });
await page.locator('main').getByRole('button', { name: 'Upload', exact: true }).click();
await page.waitForURL(/\/settings\/pdf\/\d+$/);
// A tag, a list, a field and an owner, which the demo has none of.
for (const [where, fields, button] of [['tags', { name: 'Walked' }, 'Add'], ['lists', { name: 'Walked' }, 'Add'], ['fields/new', { label: 'Walked' }, 'Add the field']]) {
  await page.goto(`${base}/demo/settings/${where}`);
  for (const [name, value] of Object.entries(fields)) await page.fill(`#f-${name}`, value);
  await page.locator('main').getByRole('button', { name: button, exact: true }).click();
  await page.waitForLoadState();
}
await page.goto(`${base}/demo/contacts`);
await page.goto(`${await page.locator('tbody a[href*="/contacts/"]').first().evaluate((a) => a.href.split('?')[0])}/edit`);
await page.selectOption('[name=owner_id]', { index: 1 });
await page.locator('main').getByRole('button', { name: 'Save', exact: true }).first().press('Enter');
await page.waitForURL(/\/contacts\/\d+$/);
// A list kept under a name, and an action that waits for its go.
await page.goto(`${base}/demo/contacts?q=a`);
await page.click('#l-smart summary');
await page.click('#l-smart >> text=Save this view as');
await page.fill('[name=name]', 'Walked');
await page.locator('main').getByRole('button', { name: /^(Save|Keep)/ }).first().press('Enter');
await page.waitForLoadState();
await page.goto(`${base}/demo/contacts`);
await page.locator('.cell-check [name=id]').first().click();
await page.click('#bulk button[value=tag]');
await page.waitForURL(/\/bulk\/\d+$/);
const waits = new URL(page.url()).pathname;
// People about to be added to a campaign.
await page.goto(`${base}/demo/contacts`);
await page.locator('.cell-check [name=id]').first().click();
await page.locator('#bulk details summary').click();
await page.click('#bulk button[value=campaign]');
await page.waitForURL(/\/campaigns\/adding\/\d+$/);
const adding = new URL(page.url()).pathname;
// A note on a contact and on a company, whose neighbours in the list are looked for; a company being chosen.
const noted = [];
for (const entity of ['contacts', 'companies']) {
  await page.goto(`${base}/demo/${entity}?q=a`);
  await page.locator(`tbody a[href*="/${entity}/"]`).first().click();
  await page.waitForURL(/\/\d+(\?|$)/);
  await page.waitForLoadState('networkidle');
  const record = page.url().split('?')[0];
  noted.push(new URL(`${record}/notes`).pathname);
  await page.goto(`${record}/notes`);
  await page.fill('[name=body]', 'Walked past');
  await page.locator('.note-form button').click();
  await page.waitForLoadState('networkidle');
  if (entity === 'companies') continue;
  await page.goto(record);
  await page.locator('#fact-company .fact-edit, #fact-company_id .fact-edit').first().click();
  await page.locator('[name=company]').pressSequentially('No');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}
// Somebody in the trash, about to be deleted for good.
await page.goto(`${base}/demo/contacts/new`);
await page.fill('[name=last_name]', 'Walked away');
await page.click('.form-bar button[type=submit]');
await page.waitForURL(/\/contacts\/\d+$/);
const away = page.waitForNavigation();
await page.locator('form[action*="/delete"] button').first().evaluate((b) => b.click());
await away;
await page.goto(`${base}/demo/trash`);
await page.locator('[name=id]').first().check();
await page.click('button[value=erase]');
await page.waitForURL(/trash\/erase/);
const erase = new URL(page.url()).pathname + new URL(page.url()).search;
// An outside service, which the demo has none of.
await page.goto(`${base}/demo/settings/providers/new?preset=searxng`);
await page.locator('main').getByRole('button', { name: 'Add the service' }).click();
await page.waitForURL(/\/providers\/\d+$/);
await page.goto(`${base}/demo/settings/providers/models/new?preset=local`);
await page.locator('main').getByRole('button', { name: 'Add the model', exact: true }).click();
await page.waitForURL(/\/providers\/models\/\d+$/);
// A draft with steps, and a template of the workspace's own.
await page.goto(`${base}/demo/campaigns/templates/email-call`);
await page.fill('#f-name', 'Walked');
await page.locator('main').getByRole('button', { name: 'Create the campaign' }).click();
await page.waitForURL(/\/campaigns\/\d+\/steps$/);
const draft = new URL(page.url()).pathname;
await page.locator('main').getByRole('link', { name: 'Save as template' }).last().click();
await page.waitForURL(/\/template$/);
await page.locator('main').getByRole('button', { name: 'Save the template' }).click();
await page.waitForURL(/\/campaigns\/templates$/);
// A list of domains, read by discovery.
await page.goto(`${base}/demo/discovery`);
await page.fill('#f-domains', 'northquay.example');
await page.getByRole('button', { name: 'Read the list' }).click();
await page.waitForURL(/\/discovery\/\d+$/);
const found = new Map();
const queue = ['/demo', ...noted, handed, draft, '/account', '/admin', ...pages.map((r) => r.pattern.replace('{tenant}', 'demo')).filter((p) => !p.includes('{')), waits, adding, erase, '/demo/contacts?q=a'];
const seen = new Set();
const tries = new Map();
while (queue.length && found.size < pages.length && seen.size < 2000) {
  const address = queue.shift();
  if (seen.has(address)) continue;
  seen.add(address);
  const path = address.split('?')[0];
  const braces = (r) => r.pattern.split('{').length;
  const route = pages.filter((r) => matcher(r.pattern).test(path)).sort((a, b) => braces(a) - braces(b))[0];
  // Some addresses lead on to others: several of a kind are followed.
  if (!route || (found.has(route.pattern) && tries.get(route.pattern) >= 6)) continue;
  tries.set(route.pattern, (tries.get(route.pattern) || 0) + 1);
  const answer = await page.goto(base + address);
  if (answer.status() >= 400) continue;
  if (matcher(route.pattern).test(new URL(page.url()).pathname)) found.set(route.pattern, address);
  // Most pages need no more than their path; a few only show with what a link adds.
  const links = await page.$$eval('a[href]', (as) => as.map((a) => (/\/(new|results)$/.test(a.pathname) ? a.pathname + a.search : a.pathname)));
  queue.push(...new Set(links), new URL(page.url()).pathname);
}
for (const r of pages) ok(found.has(r.pattern), `${r.pattern} can be reached by links`);
// Parts of pages: asked for by a page, and no page themselves.
const asked = new Map();
for (const r of parts) {
  const address = [...fetched].find((a) => matcher(r.pattern).test(a.split('?')[0]));
  ok(address, `${r.pattern} is fetched by a page`);
  if (!address) continue;
  asked.set(r.pattern, address);
  const answer = await context.request.get(base + address, { headers: { 'HX-Request': 'true' } });
  const text = await answer.text();
  ok(answer.status() === 200 && !text.includes('<html'), `${r.pattern} answers with a part of a page`, `status ${answer.status()}`);
}

// Each width and the walk without script on a tab of its own, side by side: what takes the time is axe. The
// dark colours change nothing but contrast.
const state = await context.storageState();
async function walk(width, height) {
  // Without motion: colours that are on their way to dark when axe looks are neither.
  const view = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', storageState: state });
  const tab = await view.newPage();
  const errors = [];
  tab.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
  tab.on('pageerror', (e) => errors.push(e.message));
  for (const [pattern, address] of found) {
    errors.length = 0;
    await tab.emulateMedia({ colorScheme: 'light' });
    const answer = await tab.goto(base + address);
    const findings = await axe(tab);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const problems = [...findings, ...errors];
    if (answer.status() !== 200) problems.push(`status ${answer.status()}`);
    if (wide > 0) problems.push(`${wide} px too wide`);
    // a finger sees no scroll bar: tables that go on at the side have shaded edges
    const bare = await tab.$$eval('.table-wrap:not(.table-flush)', (all) => all.filter((w) => w.scrollWidth > w.clientWidth
      && !getComputedStyle(w).backgroundAttachment.includes('local')).map((w) => w.getAttribute('aria-label')));
    if (width < 641 && bare.length) problems.push(`no sign that it goes on: ${bare}`);
    ok(problems.length === 0, `${pattern} at ${width} px, light`, problems.join('\n'));
    await tab.emulateMedia({ colorScheme: 'dark' });
    const dark = await axe(tab, ['color-contrast']);
    ok(dark.length === 0, `${pattern} at ${width} px, dark`, dark.join('\n'));
  }
  await view.close();
}

// Without script every page still shows its heading and its forms have a button.
async function walkPlain() {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const bare = await plain.newPage();
  for (const [pattern, address] of found) {
    await bare.goto(base + address);
    const heading = await bare.locator('h1').count();
    const dead = await bare.locator('form[method=post]:not(:has(button)):not(:has(input[type=submit]))').count();
    ok(heading === 1 && dead === 0, `${pattern} without script`, `h1: ${heading}, forms without a button: ${dead}`);
  }
}
await Promise.all([walk(1440, 900), walk(390, 844), walkPlain()]);

// A person who is an editor elsewhere sees and changes nothing here.
batch(['tenant', 'add', 'elsewhere', '--name', 'Elsewhere']);
batch(['user', 'add', 'other@leadgen.example', '--name', 'Other', '--tenant', 'elsewhere', '--role', 'admin', '--password-stdin'], 'a long walk by the river\n');
const foreign = await browser.newContext();
const stranger = await foreign.newPage();
await signIn(stranger, 'other@leadgen.example', 'a long walk by the river');
ok(!stranger.url().endsWith('/login'), 'the other person is signed in', stranger.url());
for (const r of table.filter((x) => x.caller === 'session' && (x.pattern.startsWith('/{tenant}') || x.pattern.startsWith('/admin')))) {
  const address = found.get(r.pattern) || asked.get(r.pattern) || r.pattern.replace('{tenant}', 'demo').replace(/\{[a-z_]+\}/g, '1');
  const answer = r.method === 'GET'
    ? await foreign.request.get(base + address, { maxRedirects: 0 })
    : await foreign.request.post(base + address, { maxRedirects: 0, headers: { Origin: base }, form: {} });
  ok([403, 404].includes(answer.status()), `${r.method} ${r.pattern} is closed to a person of another workspace`, `status ${answer.status()}`);
}
for (const [pattern, address] of [...found, ...asked].filter(([p]) => p.startsWith('/{tenant}') && p.includes('{id}'))) {
  const answer = await foreign.request.get(base + address.replace('/demo', '/elsewhere'), { maxRedirects: 0 });
  ok(answer.status() === 404 || answer.status() === 303, `${pattern} of another workspace does not exist in one's own`, `status ${answer.status()}`);
}
ok(settings.LEADGEN_URL.startsWith('http://127.0.0.1:'), 'the product listens on this machine only');
await browser.close();
end();
