// Triage and discovery as people use them: a list becomes companies, rules fill the queue, the keyboard
// decides and takes back; with script at full width and without it on a phone.
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `triage-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'Triage']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'admin', '--password-stdin'], `${password}\n`);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const at = (rest) => `${base}/${slug}${rest}`;
  const has = async (text, name) => ok((await page.locator('main, .toasts').allInnerTexts()).join('\n').includes(text), `${name}, ${how}`, `${page.url()}: no "${text}" in ${await page.innerText('main')}`);
  const clean = async (name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `${name.replaceAll(' ', '-')}-${script ? 'wide' : 'phone'}.png`), fullPage: true });
    if (!script) return;
    const findings = await axe(page);
    ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
  };
  const press = async (name) => {
    await Promise.all([page.waitForEvent('framenavigated'), page.locator('main').getByRole('button', { name }).first().press('Enter')]);
    await page.waitForLoadState();
  };
  const key = async (name) => {
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press(name)]);
    await page.waitForLoadState();
  };

  await page.goto(`${base}/login?next=/${slug}/discovery`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/discovery`);

  // A list of domains becomes companies; what hosts many does not.
  await has('No queries here', 'an empty workspace says what will be here');
  await page.fill('#f-domains', 'Alder,alder.example\nbirch.example\ngmail.com\nalder.example');
  await page.fill('#f-name', 'Fair');
  await press('Read the list');
  for (let i = 0; i < 60 && !(await page.innerText('main')).includes('new'); i += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await has('gmail.com is a free mail provider', 'a result that is left out says why');
  ok(/^3 results (= )?2 new/.test((await page.locator('.equation').innerText()).replace(/\s+/g, ' ')), `the sums balance, ${how}`, await page.locator('.equation').innerText());
  await clean('a list that was read');

  // A tier, rules that are tried and saved, a queue.
  for (const name of ['Alder', 'Birch']) {
    await page.goto(at(`/companies?q=${name}`));
    await page.goto(`${await page.locator('tbody a[href*="/companies/"]').first().evaluate((a) => a.href.split('?')[0])}/edit`);
    await page.selectOption('[name=tier]', 'tier_4_bronze');
    await press('Save');
  }
  await page.goto(at('/triage/rules'));
  await page.fill('#f-min_employees', '10');
  await press('Try on existing data');
  await has('Tried on 2 companies', 'rules are tried before they are saved');
  await has('These are the defaults', 'trying saves nothing');
  await clean('rules tried');
  await press('Save and apply');
  for (let i = 0; i < 60; i += 1) {
    await page.goto(at('/triage'));
    if ((await page.innerText('h1')).includes('2 waiting')) break;
    await page.waitForTimeout(500);
  }
  await has('The number of employees is not known', 'what is not known waits for a person');
  await has('found by “Fair”, rank 1', 'a company says which query found it');
  await clean('the queue');

  // Decisions: by keyboard where there is script, by buttons always.
  if (script) await key('a');
  else await press('Pass');
  await has('1 waiting', 'a pass brings the next one');
  if (script) {
    await page.keyboard.press('r');
    ok(await page.evaluate(() => document.activeElement.id) === 'f-reason', 'leaving out asks for the reason first');
    await page.selectOption('#f-reason', 'too_small');
    await key('Enter');
  } else {
    await page.selectOption('#f-reason', 'too_small');
    await press('Disqualify');
  }
  await has('Nothing waits for a decision', 'the queue is done');
  await page.goto(at('/triage/done'));
  await has('Too small', 'decisions keep their reason');
  await clean('what was decided');
  await press(/^Take back/);
  await has('Taken back', 'a decision is taken back');
  await page.goto(at('/triage'));
  await has('1 waiting', 'and waits again');
  await context.close();
}
await browser.close();
end();
