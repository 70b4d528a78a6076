// Many records at once as people change them: chosen rows and all that match, the question with its
// number, the result and its undo; the trash; merging; duplicates; with script at full width and without
// it on a phone; light and dark.
import fs from 'node:fs';
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';
const folder = fs.mkdtempSync(path.join(process.env.LEADGEN_VAR, 'bulk-'));

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `bulk-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'Bulk']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'admin', '--password-stdin'], `${password}\n`);
  const file = path.join(folder, 'people.csv');
  const rows = Array.from({ length: 12 }, (_, i) => `Person,Number${i + 10},p${i}@acme${i % 2}.example,Acme ${i % 2},acme${i % 2}.example,`);
  rows.push('Jonas,Weidner,jonas@lumen.example,Lumen,lumen.example,+37052123456', 'Jonas,Weidner,jw@fold.example,Fold,fold.example,+37052123456');
  fs.writeFileSync(file, `First name,Last name,Email,Company,Website,Phone\n${rows.join('\n')}\n`);
  batch(['import', file, '--tenant', slug, '--entity', 'contact']);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const has = async (text, name) => ok((await page.locator('main, .toasts').allInnerTexts()).join('\n').includes(text), `${name}, ${how}`, `${page.url()}: no "${text}" in ${await page.innerText('main')}`);
  const clean = async (name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `${name.replaceAll(' ', '-')}-${script ? 'wide' : 'phone'}.png`), fullPage: true });
    const over = script ? 0 : await page.evaluate('document.documentElement.scrollWidth - innerWidth').catch(() => 0);
    ok(over <= 0, `${name} fits, ${how}`, `${over} px too wide`);
    if (!script) return;
    const findings = await axe(page);
    ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
  };
  const at = (rest) => `${base}/${slug}${rest}`;
  const press = async (name) => {
    await Promise.all([page.waitForEvent('framenavigated'), page.locator('main').getByRole('button', { name, exact: true }).first().press('Enter')]);
    await page.waitForLoadState();
  };
  // Ticks rows by name and asks for an act.
  const choose = async (names, act, word) => {
    await page.goto(at('/contacts'));
    for (const name of names) await page.check(`input[name=id][aria-label="Select ${name}"]`);
    if (script) return press(word);
    await page.selectOption('#bulk select[name=do]', act);
    return press('Go on');
  };

  await page.goto(`${base}/login?next=/${slug}/contacts`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/contacts`);

  // Chosen rows.
  await choose(['Person Number10', 'Person Number11'], 'tag', 'Tag');
  await has('Tag 2 contacts', 'the question says how many');
  await clean('bulk tag');
  await press('Tag 2 contacts');
  await has('Choose at least one tag', 'what is missing is said');
  await page.fill('#f-more', 'Warm, Fair 2026');
  await press('Tag 2 contacts');
  await has('Tagged Warm, Fair 2026: 2 contacts changed.', 'the result is told on the list');
  await has('Undo', 'with its undo');

  // All that match.
  await page.goto(at('/contacts?q=number'));
  if (script) {
    await page.check('input[data-page]');
    const all = page.locator('[data-note-all]');
    if (await all.isVisible()) await all.click();
    await press('Owner');
  } else {
    await page.check('#bulk input[name=all]');
    await page.selectOption('#bulk select[name=do]', 'owner');
    await press('Go on');
  }
  await has('Set the owner of 12 contacts', 'all that match are those that the list shows');
  await page.selectOption('#f-owner', { label: 'Hana Test' });
  await clean('bulk owner');
  await press('Set the owner of 12 contacts');
  await has('12 contacts changed', 'all of them changed');

  // Deleting, the trash, restoring.
  await choose(['Person Number12', 'Person Number13'], 'delete', 'Delete');
  await has('They go to the trash', 'a deletion says where they go');
  await clean('bulk delete');
  await press('Delete 2 contacts');
  await has('2 contacts deleted.', 'two are gone');
  await page.goto(at('/trash'));
  await has('Person Number13', 'the trash lists them');
  await clean('trash');
  await page.check('input[name=id] >> nth=0');
  await press('Restore the selected');
  await has('1 contact restored.', 'one comes back');
  await page.check('input[name=id] >> nth=0');
  await press('Delete for good…');
  await has('Nobody can bring them back', 'for good is asked');
  await clean('trash erase');
  await press('Delete 1 contact for good');
  await has('The trash is empty', 'nothing is left of it');

  // A company with people.
  await page.goto(at('/companies'));
  await page.check('input[name=id][aria-label="Select Acme 0"]');
  if (script) await press('Delete');
  else {
    await page.selectOption('#bulk select[name=do]', 'delete');
    await press('Go on');
  }
  await has('work there. They stay, without a company.', 'the people of a company are counted');
  await press('Cancel');

  // Duplicates and merging.
  await page.goto(at('/duplicates'));
  await has('Not looked yet', 'nobody looked for duplicates');
  await press('Look now');
  for (let i = 0; i < 20 && !(await page.innerText('main')).includes('Same name'); i += 1) {
    await page.waitForTimeout(500);
    await page.goto(at('/duplicates'));
  }
  await has('Same name and phone', 'the namesakes are found');
  await clean('duplicates');
  await page.locator('main a', { hasText: 'Merge…' }).first().click();
  await page.waitForLoadState();
  await has('Merge two contacts', 'both are side by side');
  await clean('merge');
  await press('Merge into one contact');
  await has('is merged into this one', 'they are one');
  await page.goto(at('/duplicates'));
  await has('No likely duplicates', 'nothing is left to decide');
  await context.close();
}
await browser.close();
end();
