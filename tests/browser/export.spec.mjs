// Exports as people make them: choose columns on the list's filter, watch, download, find it again;
// with and without script, on a phone, in the dark; nothing chosen; the file opened by other readers.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const slug = `out-${Date.now()}`;
const email = `hana@${slug}.example`;
const password = 'Quiet-harbour-41-lanterns';
const files = fs.mkdtempSync(path.join(process.env.LEADGEN_VAR, 'out-'));
batch(['tenant', 'add', slug, '--name', 'Out']);
batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);
const people = ['First name,Last name,E-mail,Phone,Company,Country'];
const letter = (n) => String.fromCharCode(97 + (n % 26));
for (let i = 0; i < 300; i += 1) {
  people.push(`${['Ana', 'Eva', 'Iva'][i % 3]},Švejda${letter(i)}${letter(i / 26)},p${i}@c${i % 7}.example,+420601${100000 + i},"Company ${letter(i % 7)}, s.r.o.",CZ`);
}
fs.writeFileSync(path.join(files, 'people.csv'), `${people.join('\n')}\n`);
batch(['import', path.join(files, 'people.csv'), '--tenant', slug, '--entity', 'contact']);

const browser = await launch();
async function open({ script = true, phone = false, dark = false } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await page.goto(`${base}/login?next=/${slug}/exports`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/exports`);
  return page;
}

async function good(page, name, script = true) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  ok(wide <= 0, `${name}: nothing runs over the side`, `${wide} px`);
  if (!script) return;
  const found = await axe(page);
  ok(found.length === 0, `${name}: axe finds nothing`, found.join('\n'));
}

// Sends the form that is open and waits for the file; the download as text or bytes.
async function exported(page) {
  await page.click('.page-actions button[type=submit]');
  await page.waitForURL(/\/exports\/\d+$/);
  const until = Date.now() + 60000;
  while (!(await page.$('.page-actions a[download]').catch(() => null))) {
    if (Date.now() > until) throw new Error(`no file at ${page.url()}`);
    await page.waitForTimeout(200);
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.page-actions a[download]')]);
  const saved = path.join(files, download.suggestedFilename());
  await download.saveAs(saved);
  await page.mouse.move(0, 0);
  return saved;
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';
  const page = await open({ script });
  await page.goto(`${base}/${slug}/contacts?q=eva`);
  await page.click('#l-export');
  await page.waitForURL(/\/contacts\/export/);
  ok((await page.textContent('h1')).includes('100 contacts'), `${how}: says how many match`, await page.textContent('h1'));
  for (const box of await page.$$('input[name=column]:checked')) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await page.click('.page-actions button[type=submit]');
  await page.waitForLoadState();
  ok((await page.textContent('#f-column-error')).includes('at least one'), `${how}: nothing chosen is said at the columns`);
  for (const name of ['first_name', 'last_name', 'phone', 'company.name', 'country']) {
    await page.focus(`input[value="${name}"]`);
    await page.keyboard.press('Space');
  }
  const saved = await exported(page);
  const text = fs.readFileSync(saved, 'utf8');
  ok(saved.endsWith('.csv') && path.basename(saved).startsWith(`${slug}-contacts-`), `${how}: the file has a name that says what it is`, saved);
  ok(text.split('\r\n').length === 102, `${how}: it has a head and every row`, text.split('\r\n').length);
  ok(text.split('\r\n').slice(1).every((line) => !line || line.startsWith('Eva,')) && text.includes('Eva,Švejdaba,"\'+420601100001",Czechia,"Company b, s.r.o."'), `${how}: with what people read`, text.slice(0, 300));
  await page.goto(`${base}/${slug}/exports`);
  ok((await page.textContent('tbody')).includes('Ready'), `${how}: it waits among the exports`);
  await page.context().close();
}

{
  const page = await open({ phone: true, dark: true });
  await page.goto(`${base}/${slug}/companies/export`);
  await good(page, 'choosing on a phone in the dark');
  await page.check('input[name=format][value=xlsx]', { force: true });
  const saved = await exported(page);
  const head = execFileSync('/usr/bin/python3', ['-c',
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read("xl/worksheets/sheet1.xml").decode().count("<row "))', saved], { encoding: 'utf8' });
  ok(head.trim() === '8', 'a workbook has the companies', head);
  await good(page, 'the file on a phone in the dark');
  await page.goto(`${base}/${slug}/exports`);
  await good(page, 'exports on a phone in the dark');
  await page.context().close();
}

{
  const page = await open();
  await page.goto(`${base}/${slug}/contacts/export`);
  await good(page, 'choosing');
  await page.focus('.page-actions button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/exports\/\d+$/);
  ok(true, 'the keyboard is enough');
  await page.goto(`${base}/${slug}/contacts/export?q=nobody-at-all`);
  ok((await page.textContent('main')).includes('Nothing to export'), 'no match says so');
  await good(page, 'nothing to export');
  await page.goto(`${base}/${slug}/exports`);
  await good(page, 'exports');
  await page.context().close();
}
await browser.close();
end();
