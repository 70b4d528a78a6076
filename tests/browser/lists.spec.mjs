// The lists people live in, as they use them: narrow by facets with and without script, on a phone, in
// the dark and by keyboard; scroll through ten thousand rows; go back; share; own columns; weight.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { axe, base, batch, end, launch, ok, root, settings } from './support.mjs';

const slug = `lists-${Date.now()}`;
const email = `hana@${slug}.example`;
const password = 'Quiet-harbour-41-lanterns';
const folder = fs.mkdtempSync(path.join(process.env.LEADGEN_VAR, 'lists-'));
const rows = 12000;

// Twelve thousand people, some two hundred letters each, that no list of names has.
const first = ['Anna', 'Bořek', 'Chloé', 'Dmitri', 'Eszter', 'Femke', 'Gül', 'Håkon', 'Inês', 'Jörg'];
const last = ['Ashby', 'Brandt', 'Costa', 'Dvořák', 'Egger', 'Fjord', 'Grün', 'Hošek', 'Iversen', 'Jansen', 'Kovács'];
const titles = ['Chief Executive Officer', 'Head of Finance', 'Software Engineer', 'Sales Manager', 'VP Marketing', 'Office Manager'];
const countries = ['Czechia', 'Germany', 'France', 'Sweden', 'United States'];
const lines = ['First name,Last name,Job title,E-mail,Company,Country'];
const syllable = (n) => 'bdfgklmnrt'[n % 10] + 'aeiou'[Math.floor(n / 10) % 5];
const tail = (i) => `${syllable(i).toUpperCase()[0]}${syllable(i).slice(1)}${syllable(Math.floor(i / 50))}${syllable(Math.floor(i / 2500))}`;
for (let i = 0; i < rows; i += 1)
  lines.push([first[i % 10], `${last[i % 11]}-${tail(i)}`, titles[i % 7] || '', `p${i}@firm${i % 600}-corp.com`,
    `Firm ${i % 600}`, countries[i % 5]].join(','));
const file = path.join(folder, 'people.csv');
fs.writeFileSync(file, lines.join('\n'));
batch(['tenant', 'add', slug, '--name', 'Lists']);
batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);
batch(['import', file, '--tenant', slug, '--entity', 'contact', '--country', 'CZ']);

const browser = await launch();
const contacts = `${base}/${slug}/contacts`;

async function open({ script = true, phone = false, dark = false, to = slug, as = email } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.script = script;
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  await page.goto(`${base}/login?next=/${to}/contacts`);
  await page.fill('input[name=email]', as);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${to}/contacts`);
  return page;
}

const total = async (page) => Number((await page.textContent('#l-total')).split(' of ')[0].replace(/\D/g, ''));
const names = (page) => page.$$eval('.table-list a.cell-main', (all) => all.map((a) => a.textContent));
// An act that leads to a whole new page: what scripts do to the address of the old one does not count.
async function leave(page, act) {
  await page.evaluate(() => { window.old = true; });
  await act();
  await page.waitForFunction(() => !window.old && document.readyState === 'complete');
}

// With script the parts come in place; without, the whole page.
async function change(page, act) {
  const before = page.url();
  await act();
  const until = Date.now() + 8000;
  while (page.url() === before && Date.now() < until) await page.waitForTimeout(30);
  await page.waitForFunction(() => !document.querySelector('#list[aria-busy]')).catch(() => {});
  await page.waitForLoadState();
}
async function apply(page) {
  if (!page.script) await change(page, () => page.click('.facets-head button[type=submit]'));
}
async function good(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  ok(wide <= 0, `${name}: nothing runs over the side`, `${wide} px`);
  ok(page.faults.length === 0, `${name}: no script fails`, page.faults.join('\n'));
  if (page.script) {
    const found = await axe(page);
    ok(found.length === 0, `${name}: axe finds nothing`, found.join('\n'));
  }
}
const facet = (page, name) => page.locator(`details[data-facet="${name}"]`);
async function unfold(page, name) {
  if (!(await facet(page, name).evaluate((d) => d.open))) await facet(page, name).locator('summary').click();
}

// What finds nothing stays in the panel, in a colour of its own that axe can still read.
async function dims(label, options) {
  const page = await open(options);
  await page.goto(`${contacts}?seniority=c_level`);
  if (options.phone) await page.click('.facets-open');
  for (const name of ['seniority', 'department', 'title']) await unfold(page, name);
  const colours = await page.$$eval('.facet[open] .facet-list label', (all) => all.map((l) => [l.classList.contains('is-zero'),
    l.querySelector('b').textContent === '0', getComputedStyle(l.querySelector('span')).color, l.offsetHeight > 0]));
  const of = (zero) => [...new Set(colours.filter((c) => c[0] === zero).map((c) => c[2]))];
  ok(colours.some((c) => c[1]) && colours.every((c) => c[0] === c[1] && c[3]), `${label}: choices that find nothing stay, and are marked`, colours.join('\n'));
  ok(of(true).length === 1 && of(false).length > 0 && !of(false).includes(of(true)[0]), `${label}: they are dimmed`, [of(true), of(false)].join(' and '));
  await good(page, `${label}, dimmed`);
  await page.context().close();
}

async function narrow(label, options) {
  const page = await open(options);
  const phone = options.phone;
  ok(await total(page) === rows, `${label}: all of them are counted`, await page.textContent('#l-total'));
  await good(page, `${label}, list`);
  if (phone) await page.click('.facets-open');
  await unfold(page, 'seniority');
  const box = facet(page, 'seniority').locator('.facet-list label').first();
  const counted = Number((await box.locator('b').textContent()).replace(/\D/g, ''));
  if (page.script) await change(page, () => box.locator('input').check());
  else { await box.locator('input').check(); await apply(page); }
  ok(!/=(&|$)/.test(page.url()), `${label}: the address holds nothing empty`, page.url());
  ok(await total(page) === counted, `${label}: a ticked choice leaves what it counted`, `${await total(page)} of ${counted}`);
  ok((await page.textContent('.chips')).includes('Seniority'), `${label}: a chip says so`);
  if (phone && !page.script) await page.click('.facets-open');
  if (phone) await good(page, `${label}, filters open`);
  const out = facet(page, 'seniority').locator('.seg-not');
  if (page.script) await change(page, () => out.click());
  else { await out.check(); await apply(page); }
  ok(await total(page) === rows - counted, `${label}: excluding it leaves the others`, await total(page));
  ok(await page.isVisible('.chip-not') || phone, `${label}: the chip says not`);
  if (phone && page.script) await page.click('.facets-close');
  await good(page, `${label}, narrowed`);
  await change(page, () => page.click('.chip-x'));
  ok(await total(page) === rows && !page.url().includes('?'), `${label}: the chip's cross takes it away`, page.url());
  await page.fill('[name=q][form=filters]', 'dvorak');
  await change(page, () => page.press('[name=q][form=filters]', 'Enter'));
  ok((await names(page)).every((n) => n.includes('Dvořák')), `${label}: the search knows no accents`);
  await change(page, () => page.click('.chips >> text=Clear all'));
  ok(await total(page) === rows, `${label}: all filters are cleared at once`);
  await page.goto(`${contacts}?q=dvorak&title=nothingofthekind`);
  ok((await page.textContent('.state')).includes('Without Job title'), `${label}: nothing matches, and why`, await page.textContent('.state'));
  await good(page, `${label}, nothing`);
  await change(page, () => page.click('.state >> text=Remove it'));
  ok(await total(page) > 1000, `${label}: one press gets them back`);
  await page.context().close();
}

async function order() {
  const page = await open({});
  await change(page, () => page.click('th >> text=Job title'));
  ok(page.url().includes('sort=title') && await page.getAttribute('th:has-text("Job title")', 'aria-sort') === 'ascending', 'a head sorts');
  await change(page, () => page.click('th >> text=Job title'));
  ok(page.url().includes('dir=down'), 'the same head turns the order round');
  for (const [head, sort] of [['Tags', 'tag'], ['Owner', 'owner']]) {
    await change(page, () => page.click(`th >> text=${head}`));
    ok(page.url().includes(`sort=${sort}`) && await page.getAttribute(`th:has-text("${head}")`, 'aria-sort') === 'ascending', `the head ${head} sorts, too`);
  }
  await page.click('#l-menus summary >> text=Sort');
  await change(page, () => page.click('#l-menus .menu-list >> text=Added'));
  ok(page.url().includes('sort=created'), 'the menu sorts, too');
  await page.click('#l-menus summary >> text=Columns');
  await leave(page, () => page.click('#l-menus button[name=toggle]:has-text("Company")'));
  ok(await page.locator('th:has-text("Company")').count() === 0 && page.url().includes('sort=created'), 'a column goes, the order stays');
  await page.goto(contacts);
  ok(await page.locator('th:has-text("Company")').count() === 0, 'columns are kept');
  await page.goto(`${contacts}/columns`);
  await good(page, 'columns');
  await page.locator('[data-column]:has-text("City") input[name=column]').first().check();
  for (let i = 0; i < 3; i += 1) await page.locator('[data-column]:has(input[value=email]) [name=up]').click();
  await page.selectOption('select[name="width.email"]', 'wide');
  await page.click('button[name=save]');
  await page.waitForURL(contacts);
  const heads = await page.$$eval('thead th', (all) => all.map((h) => h.textContent.trim()).filter(Boolean));
  ok(heads[1] === 'E-mail' && heads.some((h) => h.startsWith('City')), 'columns are chosen and ordered', heads);
  ok(await page.locator('td.col-wide').count() > 0, 'a column is wide');
  await leave(page, () => page.click('button[name=density]'));
  ok(await page.getAttribute('#list', 'data-density') === 'compact', 'rows are dense');
  await page.goto(`${contacts}/columns`);
  await page.click('button[name=reset]');
  await page.waitForURL(contacts);
  ok(await page.locator('th:has-text("Company")').count() === 1, 'columns are as at first');
  const head = (name) => page.locator(`th[data-col=${name}]`);
  const wide = async (name) => (await head(name).boundingBox()).width;
  const grip = await head('company').locator('.col-grip').boundingBox();
  const from = await wide('company');
  await page.mouse.move(grip.x + 4, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, grip.y + 12, { steps: 4 });
  await page.mouse.move(grip.x + 4 + 90, grip.y + 12, { steps: 4 });
  await change(page, () => page.mouse.up());
  const wider = await wide('company');
  ok(Math.abs(wider - (from + 90)) < 12, 'a column is as wide as it was dragged', `${from} ${wider}`);
  await page.reload();
  ok(Math.abs(await wide('company') - wider) < 4, 'and stays so', `${wider} ${await wide('company')}`);
  await good(page, 'dragged');
  await change(page, () => head('company').locator('.col-grip').dblclick());
  ok(Math.abs(await wide('company') - from) < 4, 'a double click gives the first width back', `${from} ${await wide('company')}`);

  const link = `${contacts}?title=engineer&title.not=1&q=brandt&sort=created&cols=name,email`;
  await page.goto(link);
  // rows below the screen come when it has been painted
  const filled = (tab) => tab.waitForFunction(() => document.querySelectorAll('.table-list a.cell-main').length >= 20);
  await filled(page);
  const mine = await names(page);
  const other = await open({});
  await other.goto(link);
  await filled(other);
  ok(JSON.stringify((await names(other)).slice(0, 20)) === JSON.stringify(mine.slice(0, 20)) && mine.length >= 20, 'a shared address shows the same rows');
  ok(await other.locator('thead th').count() === await page.locator('thead th').count(), 'and the same columns');
  await other.context().close();
  await page.context().close();
}

async function titled() {
  const page = await open({});
  await unfold(page, 'title');
  await page.locator('[data-values][name=title]').pressSequentially('fin', { delay: 40 });
  await page.waitForFunction(() => document.querySelectorAll('#values-title option').length > 0);
  ok((await page.$$eval('#values-title option', (all) => all.map((o) => o.value))).includes('Head of Finance'), 'titles are found while one types');
  await change(page, () => page.press('[data-values][name=title]', 'Enter'));
  ok((await page.textContent('.chips')).includes('fin') && await total(page) < rows, 'a typed title narrows');
  await change(page, () => page.click('.chips >> text=Clear all'));
  await unfold(page, 'stale');
  await change(page, () => facet(page, 'stale').locator('input[name=stale]').nth(1).check());
  ok(page.url().includes('stale='), 'a preset of days narrows', page.url());
  await change(page, async () => { await facet(page, 'stale').locator('input[name="stale.from"]').fill('5'); await page.keyboard.press('Enter'); });
  ok(page.url().includes('stale.from=5') && !page.url().includes('stale=.'), 'a typed range takes its place', page.url());
  ok((await page.textContent('.state, .chips')).includes('5'), 'and is shown');
  await page.context().close();
}

// A filter too long to stand in every row: the record still knows its list, and the way on in it.
async function longFilter(label, options) {
  const page = await open(options);
  await page.goto(`${contacts}?${titles.map((t) => `title=${encodeURIComponent(t)}`).join('&')}&q=brandt&sort=title`);
  const all = await names(page);
  const link = await page.getAttribute('.table-list a.cell-main', 'href');
  ok(link.length < 60, `${label}: its links are short`, link);
  await leave(page, () => page.click('.table-list a.cell-main'));
  ok((await page.textContent('h1')).includes(all[0]), `${label}: the first one opens`, page.url());
  await leave(page, () => page.click('#rec-beside a[rel=next]'));
  ok((await page.textContent('h1')).includes(all[1]), `${label}: the next one is the list's`, `${await page.textContent('h1')}, not ${all[1]}`);
  await page.context().close();
}

const nodes = (page) => page.evaluate(() => document.querySelectorAll('*').length);

async function scroll(label, options) {
  const page = await open(options);
  const wheel = async (times, px) => {
    for (let i = 0; i < times; i += 1) {
      await page.evaluate((y) => {
        const wrap = document.querySelector('.table-wrap');
        (wrap.scrollHeight > wrap.clientHeight + 1 && getComputedStyle(wrap).overflowY !== 'visible' ? wrap : document.scrollingElement).scrollTop += y;
      }, px);
      await page.waitForTimeout(25);
    }
  };
  const seen = new Set();
  let most = 0;
  let doubles = 0;
  const until = Date.now() + 120000;
  const goal = options.phone ? 3000 : 10000;
  while (seen.size < goal && Date.now() < until) {
    const here = await page.$$eval('.table-list tbody:not(.gap) a.cell-main', (all) => all.map((a) => a.getAttribute('href')));
    doubles += here.length - new Set(here).size;
    here.forEach((href) => seen.add(href));
    most = Math.max(most, await nodes(page));
    await wheel(2, options.phone ? 1500 : 900);
  }
  ok(seen.size >= goal, `${label}: ${goal} rows go by`, seen.size);
  ok(most < 2000, `${label}: the page stays small`, `${most} elements`);
  console.log(`# ${label}: at most ${most} elements`);
  ok(doubles === 0, `${label}: no row comes twice`);
  await page.waitForTimeout(600);
  const top = () => page.evaluate(() => {
    const wrap = document.querySelector('.table-wrap').getBoundingClientRect();
    const row = Array.from(document.querySelectorAll('.table-list tbody:not(.gap) > tr')).find((r) => r.getBoundingClientRect().bottom > Math.max(wrap.top, 0) + 33);
    return row.querySelector('a.cell-main').textContent;
  });
  const there = await top();
  ok(page.url().includes('after='), `${label}: the address names the place`, page.url());
  await page.evaluate(() => Array.from(document.querySelectorAll('.table-list tbody:not(.gap) > tr'))
    .find((r) => { const b = r.getBoundingClientRect(); return b.top > 300 && b.bottom < 600; }).querySelector('a.cell-main').click());
  await page.waitForURL(/contacts\/\d+\?from=/);
  await page.goBack();
  await page.waitForSelector('.table-list');
  await page.waitForTimeout(500);
  ok(await top() === there, `${label}: Back finds the same row`, `${there} / ${await top()}`);
  await wheel(40, options.phone ? -1500 : -900);
  await page.waitForTimeout(700);
  const higher = await top();
  ok(higher !== there, `${label}: from there one scrolls up as well`, `${there} / ${higher}`);
  ok(await nodes(page) < 2000, `${label}: and the page stays small`);
  await page.reload();
  await page.waitForTimeout(400);
  ok(await top() === higher, `${label}: a reload stays there`, `${higher} / ${await top()}`);
  await page.context().close();
}

async function pages() {
  const page = await open({ script: false });
  ok((await names(page)).length === 50, 'without script: fifty rows a page');
  const one = await names(page);
  await page.click('.pager >> text=Next');
  await page.waitForLoadState();
  const two = await names(page);
  ok(two.length === 50 && !two.some((n) => one.includes(n)), 'without script: the next page has others');
  await page.click('.pager >> text=Previous');
  await page.waitForLoadState();
  ok(JSON.stringify(await names(page)) === JSON.stringify(one), 'without script: and back');
  await page.context().close();
  const quick = await open({});
  await change(quick, () => quick.click('text=Show as pages'));
  ok(await quick.isVisible('.pager') && (await names(quick)).length === 50, 'with script pages are there, too');
  await change(quick, () => quick.click('text=Show in one piece'));
  ok(!(await quick.isVisible('.pager')), 'and one piece again');
  await quick.context().close();
}

async function keys() {
  const page = await open({});
  const at = () => page.evaluate(() => { const a = document.activeElement; return a.matches('a.cell-main') ? a.textContent : ''; });
  const all = await names(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  ok(await at() === all[1], 'j goes down the rows', await at());
  await page.keyboard.press('k');
  ok(await at() === all[0], 'k goes up');
  for (let i = 0; i < 60; i += 1) await page.keyboard.press('j');
  ok((await page.$$eval('.table-list a.cell-main', (links) => links.indexOf(document.activeElement))) > 0 && !all.includes(await at()), 'j goes on below the screen', await at());
  await page.goto(contacts);
  await page.keyboard.press('j');
  if (await page.locator('#bulk').count()) {
    await page.keyboard.press('x');
    ok((await page.textContent('.bulkbar-count')) === '1 selected', 'x chooses a row');
    await page.locator('.cell-check [name=id]').nth(2).click();
    await page.locator('.cell-check [name=id]').nth(6).click({ modifiers: ['Shift'] });
    ok((await page.textContent('.bulkbar-count')) === '6 selected', 'a range is chosen', await page.textContent('.bulkbar-count'));
    await good(page, 'rows chosen');
    await page.keyboard.press('Escape');
    ok(!(await page.isVisible('#bulk')), 'Escape lets all go');
    await page.locator('.cell-check [name=id]').first().click();
    await page.locator('.table-wrap').evaluate((wrap) => { wrap.scrollTop = 3000; });
    await page.waitForFunction((first) => document.querySelector('.table-list a.cell-main').textContent !== first, all[0]);
    await page.locator('.table-list tr:has(a.cell-main) .cell-check [name=id]').first().click({ modifiers: ['Shift'] });
    const range = parseInt(await page.textContent('.bulkbar-count'), 10);
    ok(range % 10 === 1 && range > 10, 'a range goes on over rows that have left the page', range);
    await page.keyboard.press('Escape');
    await page.goto(contacts);
    await page.locator('[data-page]').check();
    ok((await page.textContent('.bulkbar-count')) === '50 selected', 'all of the page are chosen, below the screen too', await page.textContent('.bulkbar-count'));
    await page.click('[data-note-all]');
    ok((await page.textContent('[data-note-text]')).includes('12,000'), 'all that match can be chosen', await page.textContent('[data-note-text]'));
    await page.locator('.cell-check [name=id]').nth(1).click();
    ok((await page.textContent('[data-note-text]')).startsWith('49 selected: rows shown so far'), 'without one of them those that were seen stay chosen, and it says so', await page.textContent('[data-note-text]'));
    await page.click('[data-note-all]');
    const sent = page.waitForRequest((r) => r.method() === 'POST' && r.url().endsWith('/bulk'));
    await page.click('.bulkbar button[value=tag]');
    const body = new URLSearchParams((await sent).postData());
    ok(body.get('all') === '1' && body.get('do') === 'tag' && body.has('filter'), 'what is posted says all, the filter and what to do', body.toString().slice(0, 200));
    await page.goto(contacts);
  }
  await page.keyboard.press('j');
  const name = await at();
  await page.keyboard.press('Enter');
  await page.waitForURL(/contacts\/\d+\?from=/);
  ok((await page.textContent('h1')).includes(name.trim()), 'Enter opens the row');
  await page.context().close();
}

// From anywhere with `/`: hits while one types, people and pages by the keyboard alone.
async function search() {
  const page = await open({});
  await page.goto(`${base}/${slug}/companies`);
  await page.keyboard.press('/');
  ok(await page.evaluate(() => document.activeElement.matches('[data-search]')), '/ goes to the search');
  await page.keyboard.type('dvorak');
  await page.waitForFunction(() => [...document.querySelectorAll('a b')].some((b) => b.textContent.includes('Dvořák')), null, { timeout: 8000 }).catch(() => {});
  ok((await page.$$eval('a b', (all) => all.map((b) => b.textContent))).some((t) => t.includes('Dvořák')), 'people come while one types, without accents');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=dvorak/);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('trash');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=trash/);
  ok((await page.textContent('[aria-labelledby=h-pages]')).includes('Trash'), 'pages are found by their names');
  await page.focus('[aria-labelledby=h-pages] a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/trash$/);
  ok(true, 'and opened by the keyboard');
  await page.context().close();
}

async function print() {
  const page = await open({});
  await page.goto(contacts);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = await page.evaluate(() => ({
    nav: getComputedStyle(document.querySelector('.sidenav')).display,
    tools: getComputedStyle(document.querySelector('.facets')).display,
    wrap: getComputedStyle(document.querySelector('.table-wrap')).overflowY,
    empty: [...document.querySelectorAll('.table-list tbody.gap')].reduce((px, gap) => px + gap.getBoundingClientRect().height, 0),
    rows: [...document.querySelectorAll('.table-list tbody:not(.gap) > tr')].filter((r) => r.getBoundingClientRect().height > 0).length,
  }));
  ok(paper.nav === 'none' && paper.tools === 'none', 'paper has no navigation and no filters', JSON.stringify(paper));
  const said = await page.innerText('.table-foot');
  ok(said.includes(`${paper.rows} of 12,000 contacts`) && said.includes('export'), 'and says that there are more', said);
  ok(paper.wrap === 'visible' && paper.rows >= 50 && paper.empty === 0, 'and every row that the page holds, not a window of them', JSON.stringify(paper));
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  ok(await nodes(page) < 2000, 'afterwards the page is small again', await nodes(page));
  ok(!(await page.isVisible('.print-only')), 'and the screen says nothing of paper');
  await page.goto(`${contacts}?q=ashby-bab`);
  await page.emulateMedia({ media: 'print' });
  ok(!(await page.innerText('.table-foot')).includes('export'), 'a list that is whole needs no such note', await page.innerText('.table-foot'));
  await page.context().close();
}

// A workspace with as many tags, lists, owners, countries and sources as one of a million contacts has.
async function weigh() {
  const heavy = `${slug}-heavy`;
  batch(['tenant', 'add', heavy, '--name', 'Heavy']);
  batch(['user', 'add', `h${email}`, '--name', 'Hana Test', '--tenant', heavy, '--role', 'editor', '--password-stdin'], `${password}\n`);
  const psql = (...args) => execFileSync('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', settings.LEADGEN_OWNER_DSN, ...args], { encoding: 'utf8' });
  const tenant = psql('-c', `SELECT tenant_id FROM tenant WHERE slug = '${heavy}'`).trim();
  psql('-v', `tenant=${tenant}`, '-v', 'companies=800', '-v', 'contacts=4000', '-f', path.join(root, 'tests/bench/support/records.sql'));
  const page = await open({ script: false, to: heavy, as: `h${email}` });
  const contacts = `${base}/${heavy}/contacts`;
  for (const url of [contacts, `${contacts}?q=a&title=engineer&title=manager`, `${base}/${heavy}/companies`]) {
    const name = url.slice(base.length);
    const body = await (await page.request.get(url, { headers: { 'Accept-Encoding': 'identity' } })).body();
    const shown = body.toString().split('<tr>').length - 2;
    const packed = await sent(url, await page.context().cookies());
    console.log(`# ${name}: ${body.length} bytes, ${packed} as sent`);
    ok(shown === 50, `${name} has 50 rows`, shown);
    ok(body.length <= 110 * 1024, `${name} weighs at most 110 KB`, body.length);
    ok(packed > 5000 && packed <= 14 * 1024, 'and at most 14 KB on the wire', packed);
  }
  await page.goto(`${contacts}?more=tag`);
  ok(await facet(page, 'tag').locator('.facet-list label').count() > 190, 'without script a link shows all choices');
  await page.context().close();
  const script = await open({ to: heavy, as: `h${email}` });
  await unfold(script, 'tag');
  await facet(script, 'tag').locator('.facet-find').fill('tag 187');
  await script.waitForFunction(() => Array.from(document.querySelectorAll('[data-facet=tag] .facet-list label')).filter((l) => !l.hidden).length === 1);
  ok((await facet(script, 'tag').locator('.facet-list label:visible span').textContent()) === 'tag 187', 'a choice that was left out is found by typing');
  await good(script, 'many choices');
  await script.context().close();
}
// The bytes of an answer as nginx packs it.
function sent(url, cookies) {
  return new Promise((done, fail) => {
    http.get(url, { headers: { 'Accept-Encoding': 'gzip', Cookie: cookies.map((c) => `${c.name}=${c.value}`).join('; ') } }, (answer) => {
      let bytes = answer.headers['content-encoding'] === 'gzip' ? 0 : Infinity;
      answer.on('data', (part) => { bytes += part.length; }).on('end', () => done(bytes));
    }).on('error', fail);
  });
}

// What the first paint rests on: nothing holds it up, files are kept by the browser, and the first screen
// is full although the rows and filters below it come a moment later.
async function painted() {
  for (const [label, options] of [['wide', {}], ['phone', { phone: true }]]) {
    const page = await open(options);
    await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => {
      const wrap = document.querySelector('.table-wrap').getBoundingClientRect();
      const rows = Array.from(document.querySelectorAll('.table-list tbody:not(.gap) > tr'));
      window.early = { rows: rows.length, full: rows[rows.length - 1].getBoundingClientRect().bottom >= Math.min(wrap.bottom, window.innerHeight),
        facets: Array.from(document.querySelectorAll('.facet[open]')).every((f) => f.querySelector('.facet-body') || f.getBoundingClientRect().top >= window.innerHeight || !f.offsetParent) };
    }));
    await page.goto(`${contacts}?seniority=vp&seniority.not=1&department=hr&department.not=1&size=micro&size.not=1`);
    const early = await page.evaluate(() => window.early);
    ok(early.full && early.facets, `${label}: the first screen is full at once`, JSON.stringify(early));
    ok(early.rows < 50, `${label}: what lies below it waits`, early.rows);
    const end = () => page.evaluate(() => Array.from(document.querySelectorAll('.table-list tbody:not(.gap) a.cell-main')).pop().href);
    const lowest = await end();
    await page.evaluate(() => Array.from(document.querySelectorAll('.table-list tbody:not(.gap) > tr')).pop().scrollIntoView());
    await page.waitForFunction((href) => Array.from(document.querySelectorAll('.table-list tbody:not(.gap) a.cell-main')).pop().href !== href, lowest);
    await page.waitForFunction(() => Array.from(document.querySelectorAll('.facet[open]')).every((f) => f.querySelector('.facet-body')));
    ok(true, `${label}: and comes`);
    ok(await page.evaluate(() => !document.querySelector('script:not([defer])') && document.querySelectorAll('link[rel=stylesheet]').length === 1),
      `${label}: one stylesheet, no script that the page waits for`);
    for (const file of await page.$$eval('link[rel=stylesheet], script', (all) => all.map((one) => one.href || one.src))) {
      const answer = await page.request.get(file);
      ok(/immutable/.test(answer.headers()['cache-control']), `${label}: ${new URL(file).pathname} is kept by the browser`, answer.headers()['cache-control']);
    }
    await page.context().close();
  }
}

// Whoever goes by keyboard passes navigation and filters in two presses.
async function skip(label, options) {
  const page = await open(options);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  ok(await page.evaluate(() => document.activeElement.textContent) === 'Skip to the list', `${label}: a link leads past the filters`);
  await good(page, `${label}, the link is shown`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  ok(await page.evaluate(() => Boolean(document.activeElement.closest('#l-body'))), `${label}: and into the list`);
  await page.context().close();
}

async function hostile() {
  const page = await open({});
  await page.goto(`${contacts}?sort=shoe&seniority=vp&seniority=boss&q=a&cols=name,email`);
  await good(page, 'an address with something wrong');
  await page.click('text=Leave these out');
  const left = new URL(page.url()).searchParams;
  ok(await total(page) > 0 && left.get('seniority') === 'vp' && left.get('q') === 'a' && left.get('cols') === 'name,email' && !left.get('sort'),
    'what is wrong goes, everything else stays', page.url());
  for (const [query, status] of [['colour=red', 400], ['after=xyz', 400], [`q=${'a'.repeat(10000)}`, 400], ['q=%25_%27%22%3Cscript%3E', 200], ['tag=99999999', 200]]) {
    const answer = await page.goto(`${contacts}?${query}`);
    ok(answer.status() === status, `?${query.slice(0, 30)} is ${status}`, answer.status());
    if (status === 400) ok((await page.textContent('[data-error]')).length > 10, 'and says why', await page.textContent('[data-error]'));
  }
  await page.context().close();
}

await narrow('script', {});
await narrow('no script', { script: false });
await narrow('phone', { phone: true });
await narrow('phone without script', { phone: true, script: false });
await narrow('dark', { dark: true });
await longFilter('a long filter', {});
await longFilter('a long filter without script', { script: false });
await dims('light', {});
await dims('dark', { dark: true });
await dims('phone', { phone: true });
await order();
await titled();
await pages();
await keys();
await search();
await print();
await skip('wide', {});
await skip('phone without script', { phone: true, script: false });
await painted();
await hostile();
await weigh();
await scroll('wide', {});
await scroll('phone', { phone: true });
await browser.close();
end();
