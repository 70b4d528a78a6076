// The file of an approved campaign as people make it: asked for, watched, downloaded, opened; who is not in
// it; a template of PDFs uploaded and tried with somebody; with and without script, on a phone, in the dark.
import fs from 'node:fs';
import { approvedCampaign, axe, base, end, launch, ok, signIn } from './support.mjs';

const browser = await launch();
async function open({ script = true, phone = false, dark = false } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await signIn(page);
  return page;
}
async function good(page, name, script = true) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  ok(wide <= 0, `${name}: nothing runs over the side`, `${wide} px`);
  if (!script) return;
  const found = await axe(page);
  ok(found.length === 0, `${name}: axe finds nothing`, found.join('\n'));
}
async function exported(page, format) {
  await page.check(`[name=format][value=${format}]`);
  await page.locator('#f-export button[type=submit]').click();
  await page.waitForURL(/\/exports\/\d+$/);
  const until = Date.now() + 60000;
  while (!(await page.$('.page-actions a[download]').catch(() => null))) {
    if (Date.now() > until) throw new Error(`no file at ${page.url()}`);
    await page.waitForTimeout(200);
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.page-actions a[download]')]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
}

const campaign = approvedCampaign('Autumn walk');
const page = await open();
await page.goto(`${base}${campaign}`);
await page.locator('nav.tabs').getByRole('link', { name: 'Exports' }).click();
await page.waitForURL(/\/exports$/);
await good(page, 'what to export');
let file = await exported(page, 'lemlist');
const body = `"'=Dear,\n""you"""`;
ok(/-lemlist-\d{4}-\d\d-\d\d\.csv$/.test(file.name), 'the file is named after what it is', file.name);
ok(file.text === `email,firstName,lastName,companyName,touch_1,touch_2,touch_1_subject\r\n${[1, 2].map((n) => `autumn walk${n}@walk-test.com,Walk,Autumn walk ${n},,${body},${body},A word\r\n`).join('')}`,
  'a row per person, a column per step, formulas guarded', file.text);
ok(await page.locator('text=or their company are disqualified').count() === 1, 'it says who is not in it');
await good(page, 'the file');
for (const look of [{ phone: true }, { dark: true }, { script: false }]) {
  const other = await open(look);
  const name = Object.keys(look)[0];
  await other.goto(`${base}${campaign}/exports`);
  await good(other, `what to export, ${name}`, look.script !== false);
  file = await exported(other, 'csv');
  ok(file.text.split('\r\n').length === 6, `a row per message, ${name}`, file.text);
  await good(other, `the file, ${name}`, look.script !== false);
  await other.context().close();
}

// PDFs.
await page.goto(`${base}/demo/settings/pdf`);
await good(page, 'PDF templates');
await page.fill('#f-name', 'Offer');
await page.setInputFiles('#f-file', { name: 'offer.html', mimeType: 'text/html',
  buffer: Buffer.from('<h1>Dear {{first_name|you}}</h1><p>{{city}} {{cty}}</p><script>alert(1)</script><img src="file:///etc/passwd">') });
await page.locator('main').getByRole('button', { name: 'Upload', exact: true }).click();
await page.waitForURL(/\/settings\/pdf\/\d+$/);
const said = await page.locator('body').innerText();
ok(said.includes('<script>') && said.includes('{{cty}}'), 'the upload says what was left out and which placeholder there is not', said.slice(0, 400));
await good(page, 'a PDF template');
end();
await browser.close();
