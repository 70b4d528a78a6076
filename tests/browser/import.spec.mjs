// The import wizard as people walk it: bring the real file, look, import, undo, import again, reject
// and repair rows; with and without script, on a phone; bad files; two tabs; a lost connection; a
// session that ends in the middle. LEADGEN_TEST_DATA is where the outside files are.
import fs from 'node:fs';
import path from 'node:path';
import { axe, base, batch, end, launch, ok, root } from './support.mjs';

const data = process.env.LEADGEN_TEST_DATA || path.join(root, '../shared/data');
const real = path.join(data, 'companies-yc/Startups.csv');
const slug = `walk-${Date.now()}`;
const email = `hana@${slug}.example`;
const password = 'Quiet-harbour-41-lanterns';
const files = fs.mkdtempSync(path.join(process.env.LEADGEN_VAR, 'walk-'));
batch(['tenant', 'add', slug, '--name', 'Walk']);
batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);

const browser = await launch();
function file(name, content) {
  fs.writeFileSync(path.join(files, name), content);
  return path.join(files, name);
}

async function open({ script = true, phone = false, dark = false } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.script = script;
  await page.goto(`${base}/login?next=/${slug}/import`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/import`);
  return page;
}

// The page's job has ended when what it leaves is there; without script the browser reloads by itself.
async function ended(page, selector) {
  const until = Date.now() + 60000;
  while (Date.now() < until) {
    if (await page.$(selector).catch(() => null)) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`${selector} did not come at ${page.url()}`);
}

async function bring(page, name, url = `${base}/${slug}/import`) {
  await page.goto(url);
  await page.setInputFiles('#f-file', name);
  await page.click('[data-drop] button');
  await page.waitForURL(/\/import\/\d+/);
  await page.waitForLoadState();
}

async function preview(page) {
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/preview/);
  await ended(page, '.equation');
  return (await page.$$eval('.equation b', (all) => all.map((b) => Number(b.textContent.replace(/\D/g, '')))));
}

async function start(page) {
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/run/);
  await ended(page, '#h-rows');
  const sums = await page.$$eval('[aria-label="Ledger sums"] tbody td.strong', (all) => all.map((b) => Number(b.textContent.replace(/\D/g, ''))));
  return { created: sums[0], updated: sums[1], skipped: sums[2], rejected: sums[3] };
}

async function undo(page) {
  await page.click('form[action$="/undo"] button');
  await ended(page, '#h-undone');
}

async function good(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  ok(wide <= 0, `${name}: nothing runs over the side`, `${wide} px`);
  if (page.script) {
    const found = await axe(page);
    ok(found.length === 0, `${name}: axe finds nothing`, found.join('\n'));
  }
}

const text = (page, selector) => page.textContent(selector);

async function walk(label, options) {
  const page = await open(options);
  await good(page, `${label}, list`);
  await bring(page, real);
  ok(page.url().endsWith('/map'), `${label}: the file arrives and its columns are shown`);
  const founders = await page.$eval('select[name="target.6"]', (s) => s.value);
  ok(founders === '', `${label}: the founders stay out`, founders);
  ok(await page.isChecked('input[name=entity][value=company]'), `${label}: it is about companies`);
  await good(page, `${label}, map`);
  const said = await preview(page);
  ok(said[0] === said[1] + said[2] + said[3] + said[4] && said[0] > 600, `${label}: the preview balances`, said);
  ok(said[1] > 600, `${label}: most rows would be new`, said);
  await good(page, `${label}, preview`);
  const ran = await start(page);
  ok(ran.created === said[1] && ran.updated === said[2] && ran.skipped === said[3] && ran.rejected === said[4],
    `${label}: the import does what the preview said`, JSON.stringify([said, ran]));
  await good(page, `${label}, run`);
  await page.click('[aria-label="Ledger sums"] td.strong a');
  await page.waitForURL(/set=\d+c/);
  ok(Number((await text(page, '#l-total')).split(' of ')[0].replace(/\D/g, '')) === ran.created, `${label}: the sum leads to the records`);
  await page.goBack();
  await page.click('#rows tbody th a');
  await page.waitForLoadState();
  ok(/\/companies\/\d+$/.test(page.url()), `${label}: a row leads to its company`, page.url());
  await page.goBack();
  await undo(page);
  ok((await text(page, '#h-undone ~ *, section[aria-labelledby=h-undone]')).includes(String(ran.created)), `${label}: undo takes all of them back`);
  await good(page, `${label}, undone`);
  await bring(page, real);
  ok((await text(page, 'tbody')).includes('As last time for this header, by Hana Test, '), `${label}: the mapping is remembered`);
  const twice = await preview(page);
  ok(twice[1] === said[1], `${label}: after the undo they are new again`, twice);
  await start(page);
  await bring(page, real);
  const again = await preview(page);
  ok(again[1] === 0 && again[2] === 0, `${label}: a second import finds nothing to do`, again);
  await page.goto(`${base}/${slug}/import`);
  await page.click('tbody tr:nth-child(2) th a');
  await page.waitForURL(/\/run/);
  await undo(page);
  await page.goto(`${base}/${slug}/import`);
  await page.click('tbody tr:nth-child(1) th a');
  await page.waitForURL(/\/preview/);
  ok((await text(page, '.notice-warn')).includes('Startups.csv was undone'), `${label}: a preview tells what was undone since`);
  await good(page, `${label}, preview overtaken`);
  await page.click('text=Preview again');
  await page.waitForURL(/\/preview/);
  await ended(page, '.form-bar button:has-text("Import ")');
  ok((await text(page, '.equation')).includes(said[1].toLocaleString('en-US')), `${label}: previewed again it is new again`);
  await page.click('.form-bar >> text=Discard');
  await page.waitForURL(/\/discard/);
  await good(page, `${label}, discard`);
  await page.click('text=Discard the import');
  await page.waitForURL(/\/import$/);
  ok((await text(page, 'tbody tr:nth-child(1)')).includes('Discarded'), `${label}: an import that never ran can be discarded`);
  await page.context().close();
}

async function repair(label, options) {
  const page = await open(options);
  const host = options.script === false ? 'plain.example' : 'engine.example';
  const people = file(`people-${label}.csv`, `First name,Last name,E-mail\nAda,Lovelace,ada@${host}\n`
    + `Charles,Babbage,charles@@${host}\n,,\nGrace,Hopper,=cmd@x\n`);
  await bring(page, people);
  await preview(page);
  const ran = await start(page);
  ok(ran.created >= 1 && ran.rejected >= 2, `${label}: bad rows are rejected, the others come in`, JSON.stringify(ran));
  const answer = await page.context().request.get(`${page.url().replace(/\/run.*/, '')}/rejected.csv`);
  const csv = (await answer.body()).toString('utf8');
  ok(answer.headers()['content-disposition'].includes('-rejected.csv') && csv.includes('Why rejected') && csv.includes(`charles@@${host}`),
    `${label}: they download with the reason`, csv);
  ok(csv.includes("'=cmd@x"), `${label}: no cell of the download is a formula`, csv);
  await page.click('text=Upload repaired rows');
  await page.waitForURL(/repairs=/);
  const fixed = file(`people-${label}-fixed.csv`, csv.replace('charles@@', 'charles@').replace("'=cmd@x", `grace@${host}`));
  await bring(page, fixed, page.url());
  const why = await page.$eval('select[name="target.3"]', (s) => s.value);
  ok(why === '', `${label}: the reason column stays out`, why);
  const sums = await preview(page);
  ok(sums[1] >= 2, `${label}: the repaired rows would come in`, sums);
  const fin = await start(page);
  ok(fin.created >= 2, `${label}: and do`, JSON.stringify(fin));
  await undo(page);
  await page.goto(page.url());
  await page.context().close();
}

const zip = Buffer.from('504b0304140000000800', 'hex');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const wide = Array.from({ length: 10000 }, (_, i) => `c${i}`).join(',');
const bad = [
  ['empty.csv', '', /empty/i],
  ['image.csv', png, /image|picture/i],
  ['archive.csv', Buffer.concat([zip, Buffer.alloc(400, 7)]), /workbook|archive|zip/i],
  ['wide.csv', `${wide}\n${wide}\n`, /columns/i],
  ['header.csv', 'Company,Website\n', /no rows/i],
];

async function badFiles(label, options) {
  const page = await open(options);
  for (const [name, content, says] of bad) {
    await page.goto(`${base}/${slug}/import`);
    await page.setInputFiles('#f-file', file(name, content));
    await page.click('[data-drop] button');
    await page.waitForFunction(() => document.querySelector('[data-error], .error, .notice-warn, .notice-bad'), null, { timeout: 20000 }).catch(() => {});
    const said = await page.$$eval('[data-error], .error, .notice-warn, .notice-bad', (all) => all.map((e) => e.textContent.trim()).join(' '));
    ok(says.test(said), `${label}: ${name} is told in words`, said || page.url());
  }
  await bring(page, file('nul.csv', 'Company,Website\nAcme\0 Ltd,acme.example\nBolt,bolt.example\n'));
  const nul = await preview(page);
  ok(nul[0] === 2 && nul[4] <= 1, `${label}: NUL bytes cost at most their own row`, nul);
  await bring(page, file('unclosed.csv', `Company,Website\nAcme,acme.example\n"Bolt,bolt.example\n${Array.from({ length: 2000 }, (_, i) => `Co ${i},co${i}.example`).join('\n')}\n`));
  const unclosed = await preview(page);
  ok(unclosed[0] >= 2001 && unclosed[1] >= 2000, `${label}: an open quote does not swallow the file`, unclosed);
  await page.context().close();
}

async function twoTabs() {
  const one = await open();
  await bring(one, file('tabs.csv', 'Firma,Web,Halle\nNorthquay AB,northquay.example,H2\nLumenfold,lumenfold.example,H3\n'));
  const two = await one.context().newPage();
  two.script = true;
  await two.goto(one.url());
  await two.check('input[name=strategy][value=overwrite]');
  await two.click('.form-bar button[type=submit]');
  await two.waitForURL(/\/preview/);
  await ended(two, '.equation');
  await one.selectOption('select[name="target.2"]', 'company.custom.+');
  await one.fill('input[name="label.2"]', 'Stand');
  await one.check('input[name=strategy][value=skip]');
  await one.click('.form-bar button[type=submit]');
  await one.waitForSelector('text=changed in another tab');
  ok(await one.isChecked('input[name=strategy][value=skip]') && await one.inputValue('input[name="label.2"]') === 'Stand',
    'two tabs: the second one is told and keeps its choice');
  await good(one, 'two tabs');
  await one.click('text=Use mine');
  await one.waitForURL(/\/preview/);
  await ended(one, '.equation');
  await one.click('text=Back to mapping');
  ok(await one.inputValue('select[name="target.2"]') === 'company.custom.+' && await one.inputValue('input[name="label.2"]') === 'Stand',
    'a new field is kept for the run that makes it');
  await one.selectOption('select[name="target.1"]', 'company.name');
  await one.click('.form-bar button[type=submit]');
  await one.waitForSelector('[id="f-target.1-error"]');
  ok(/both go to/.test(await text(one, '[id="f-target.1-error"]')), 'what is wrong with a column stands at the column');
  await one.context().close();
}

async function lostConnection() {
  const page = await open();
  const rows = Array.from({ length: 150000 }, (_, i) => `Company number ${i},company-${i}.example,a description that takes some room`).join('\n');
  const big = file('big.csv', `Company,Website,Description\n${rows}\n`);
  let slices = 0;
  await page.route('**/slice?*', (route) => { slices += 1; return slices === 2 ? route.abort('connectionreset') : route.continue(); });
  await page.setInputFiles('#f-file', big);
  await page.click('[data-drop] button');
  await page.waitForSelector('text=The connection broke');
  await good(page, 'a broken upload');
  await page.waitForURL(/\/map/, { timeout: 60000 });
  ok(slices >= 3, 'a lost connection is gone on with', slices);
  const sent = [];
  await page.unroute('**/slice?*');
  await page.route('**/slice?*', (route) => { sent.push(route.request().url()); return sent.length === 2 ? null : route.continue(); });
  await page.goto(`${base}/${slug}/import`);
  await page.setInputFiles('#f-file', big);
  await page.click('[data-drop] button');
  while (sent.length < 2) await page.waitForTimeout(100);
  await page.reload();
  await page.setInputFiles('#f-file', big);
  await page.click('[data-drop] button');
  await page.waitForURL(/\/map/, { timeout: 60000 });
  ok(sent.filter((u) => u.endsWith('offset=0')).length === 1, 'after a reload the same file goes on where it stopped', sent.join('\n'));
  await page.context().close();
}

async function expiredSession() {
  const page = await open();
  await bring(page, file('expired.csv', 'Firma,Web\nNorthquay,northquay.example\n'));
  await page.check('input[name=strategy][value=overwrite]');
  await page.fill('input[name=tags]', 'fair-2026');
  const map = page.url();
  await page.context().clearCookies();
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/login/);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(map);
  ok(await page.isChecked('input[name=strategy][value=overwrite]') && await page.inputValue('input[name=tags]') === 'fair-2026',
    'an expired session comes back to the same step with the same choice');
  await page.context().close();
}

// A run is watched, stopped in the middle and taken back.
async function stopped(label, options) {
  const page = await open(options);
  const rows = Array.from({ length: 120000 }, (_, i) => `${label} person ${i},p${i}@stop-${options.script === false ? 'plain' : 'script'}.example`).join('\n');
  await bring(page, file('stopped.csv', `Full name,E-mail\n${rows}\n`));
  await preview(page);
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/run/);
  let watched = '';
  const until = Date.now() + 20000;
  // without script the page comes anew every few seconds: it is stopped at once
  while (page.script && !/about .* left.*a second/.test(watched) && Date.now() < until) {
    watched = (await page.textContent('main').catch(() => '')).replace(/\s+/g, ' ');
    await page.waitForTimeout(50);
  }
  if (page.script) ok(/about .* left.*a second/.test(watched), `${label}: a run shows its rate and the time left`, watched.slice(0, 400));
  await page.click('form[action$="/cancel"] button');
  await ended(page, '#h-rows');
  const said = (await page.textContent('main')).replace(/\s+/g, ' ');
  ok(said.includes('Cancelled before the end'), `${label}: a stopped run says so`, said.slice(0, 300));
  const sums = await page.$$eval('[aria-label="Ledger sums"] tbody td.strong', (all) => all.map((b) => Number(b.textContent.replace(/\D/g, ''))));
  ok(/stopped\.csv, [\d.,]+ [kM]B.*Hana Test.*Started.*Ended.*E-mail/.test(said), `${label}: the page says which file, by whom, when, and which column went where`, said.slice(-900));
  ok(sums[0] < 120000, `${label}: it stopped before its end`, sums);
  await good(page, `${label}, stopped`);
  await page.goto(`${base}/${slug}/contacts?q=stop-${options.script === false ? 'plain' : 'script'}`);
  const there = Number((await page.textContent('#l-total')).split(' of ')[0].replace(/\D/g, ''));
  ok(there === sums[0], `${label}: what its ledger says is there, no more and no less`, `${there} ${sums}`);
  await page.goBack();
  await ended(page, 'form[action$="/undo"] button');
  await undo(page);
  await page.goto(`${base}/${slug}/contacts?q=stop-${options.script === false ? 'plain' : 'script'}`);
  ok(!(await page.$('#rows tbody th a')), `${label}: and all of it goes again`);
  await page.context().close();
}

async function pasteAndDialect() {
  const page = await open({ script: false });
  await page.click('text=Paste rows instead');
  await page.fill('#f-rows', 'name;site\nNorthquay;northquay.example\n');
  await page.click('text=Look at these rows');
  await page.waitForURL(/\/map/);
  await page.click('text=Change');
  await page.selectOption('#f-delimiter', 'comma');
  await page.click('text=Read it so');
  await page.waitForURL(/\/map/);
  ok((await page.$$('select[name^="target."]')).length === 1, 'the separator can be said');
  await page.click('text=Change');
  await page.selectOption('#f-delimiter', '');
  await page.click('text=Read it so');
  await page.waitForURL(/\/map/);
  ok((await page.$$('select[name^="target."]')).length === 2, 'and be left to be found out');
  await page.context().close();
}

try {
  if (!fs.existsSync(real)) {
    console.log(`# LEFT OUT: the walk, there is no ${real}`);
  } else {
    await walk('with script', {});
    await walk('without script', { script: false });
    await walk('phone, dark', { phone: true, dark: true });
  }
  await repair('with script', {});
  await repair('without script', { script: false, phone: true });
  await badFiles('with script', {});
  await badFiles('without script', { script: false });
  await stopped('stopped', {});
  await stopped('plainstopped', { script: false });
  await twoTabs();
  await lostConnection();
  await expiredSession();
  await pasteAndDialect();
} catch (error) {
  ok(false, 'the walk goes to its end', error.stack);
}
await browser.close();
fs.rmSync(files, { recursive: true, force: true });
end();
