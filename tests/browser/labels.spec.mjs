// Tags, lists, owners and custom fields as people keep them: made, renamed, recoloured, merged,
// deleted with exact numbers and taken back; a custom field of each type made, filled by a small file,
// shown and edited on a record; with script at full width and without it on a phone; light and dark.
import fs from 'node:fs';
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `labels-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'Labels']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'admin', '--password-stdin'], `${password}\n`);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const has = async (text, name) => ok((await page.locator('main, .toasts').allInnerTexts()).join('\n').includes(text), `${name}, ${how}`, `${page.url()}: no "${text}"`);
  const lacks = async (text, name) => ok(!(await page.innerText('main')).includes(text), `${name}, ${how}`, `${page.url()} has "${text}"`);
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
  const follow = async (name) => { await page.locator('main').getByRole('link', { name }).first().click(); await page.waitForLoadState(); };

  await page.goto(`${base}/login?next=/${slug}/settings/tags`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForLoadState();
  if (page.url().includes('/login')) ok(false, `signed in, ${how}`, await page.innerText('main'));
  await page.waitForURL(`**/${slug}/settings/tags`);

  // Tags.
  await has('No tags yet', 'there are no tags at first');
  await clean('no tags');
  for (const [name, colour] of [['Hot 🔥', 'red'], ['Warm', 'amber'], ['w'.repeat(60), 'teal']]) {
    await page.goto(at('/settings/tags'));
    await page.fill('#f-name', name);
    await page.check(`input[name=colour][value=${colour}]`);
    await press('Add');
  }
  await has('Hot 🔥', 'a tag with an emoji is there');
  await page.fill('#f-name', 'WARM');
  await press('Add');
  await has('There is a tag with this name already', 'the same name in capitals is refused');
  ok(await page.inputValue('#f-name') === 'WARM', `what was typed is still there, ${how}`);
  await clean('tags with an error');

  // Records with tags and custom fields, from a file.
  await page.goto(at('/settings/fields'));
  await has('No custom fields yet', 'there are no custom fields at first');
  const fields = [['Note', 'text'], ['Seats', 'number'], ['Contract end', 'date'], ['Level', 'choice'], ['Page', 'url'], ['VIP', 'yesno']];
  for (const [label, type] of fields) {
    await page.goto(at('/settings/fields/new'));
    await page.fill('#f-label', label);
    await page.selectOption('#f-type', type);
    if (type === 'choice') await page.fill('#f-added', 'Gold\nTin');
    await press('Add the field');
  }
  await has('Gold, Tin', 'the choice shows its options');
  await clean('custom fields');
  const file = path.join(process.env.LEADGEN_VAR, `${slug}.csv`);
  fs.writeFileSync(file, 'Full name;E-mail;Tags;Note;Seats;Contract END;Level;Page;VIP\n'
    + 'Jan Novák;jan@one.example;Hot 🔥;Met in Brno;1.200,5;19.11.2026;gold;one.example/a;ano\n'
    + 'Eva Malá;eva@two.example;hot 🔥;;many;soon;Silver;;perhaps\n');
  await page.goto(at('/import'));
  await page.setInputFiles('#f-file', file);
  await page.click('[data-drop] button');
  await page.waitForURL(/\/import\/\d+/);
  await page.goto(page.url().replace(/(import\/\d+).*/, '$1/map'));
  ok((await page.content()).includes('This workspace has a custom field of this name.'), `columns find their fields, ${how}`);
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/preview/);
  const until = Date.now() + 40000;
  while (!(await page.$('form[action$="/start"] button').catch(() => null)) && Date.now() < until) {
    await page.waitForTimeout(300);
    if (!script) await page.reload();
  }
  await page.click('form[action$="/start"] button');
  await page.waitForURL(/\/run/);
  let people = 0;
  while (people < 2 && Date.now() < until) {
    await page.goto(at('/contacts'));
    people = await page.locator('a', { hasText: /^(Jan Novák|Eva Malá)$/ }).count();
    if (people < 2) await page.waitForTimeout(300);
  }
  ok(people >= 2, `both people are there, ${how}`, people);
  await page.goto(at('/contacts'));
  await follow('Jan Novák');
  const record = page.url().split('?')[0];
  await has('1200.5', 'a number is shown');
  await has('2026-11-19', 'a date is shown');
  await has('Gold', 'a choice is shown');
  await clean('record with custom fields');
  await page.goto(`${record}/custom`);
  await page.fill('[name="custom.note"]', 'Met in Prague');
  await page.fill('[name="custom.page"]', 'no address');
  await press('Save');
  await has('This is no web address', 'a wrong address is refused');
  await clean('custom fields of a record');
  await page.fill('[name="custom.page"]', 'two.example');
  await page.selectOption('[name="custom.level"]', 'Tin');
  await press('Save');
  await has('Met in Prague', 'the new note is shown');

  // Renamed and recoloured, merged, deleted, taken back.
  await page.goto(at('/settings/tags'));
  const row = (name) => page.locator('tr', { hasText: name });
  ok((await row('Hot 🔥').innerText()).replace(/\s+/g, ' ').includes('2'), `Hot is on both people, ${how}`, await row('Hot 🔥').innerText());
  await row('wwww').getByRole('link', { name: 'Delete' }).click();
  await clean('deleting a tag of sixty letters');
  await page.goto(at('/settings/tags'));
  await row('Hot 🔥').getByRole('link', { name: 'Edit' }).click();
  await page.fill('#f-name', 'Blazing');
  await page.check('input[name=colour][value=violet]');
  await clean('editing a tag');
  await press('Save');
  ok(await page.locator('.tag-4', { hasText: 'Blazing' }).count() > 0, `the tag has its new name and colour, ${how}`);
  await row('Blazing').getByRole('link', { name: 'Merge' }).click();
  await has('goes to 2 contacts in place of Blazing', 'merging says what it is about');
  await page.selectOption('#f-into', { label: 'Warm' });
  await clean('merging a tag');
  await press('Merge');
  await lacks('Blazing', 'the merged tag is gone');
  await row('Warm').getByRole('link', { name: 'Delete' }).click();
  await has('Delete the tag Warm from 2 contacts.', 'deleting says from how many');
  await clean('deleting a tag');
  await press('Delete the tag');
  await has('Warm is deleted.', 'deleting says so');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await has('Undone.', 'one press takes it back');
  ok(page.url() === at('/settings/tags'), `and stays on the page, ${how}`, page.url());
  ok((await row('Warm').innerText()).includes('2'), `an undo brings the tag back with its people, ${how}`, await row('Warm').innerText());
  await clean('tags');
  await row('Warm').getByRole('link', { name: 'contacts: Warm' }).click();
  await has('Jan Novák', 'its number leads to the people');
  await has('Eva Malá', 'to all of them');

  // Lists, owners, a field taken away.
  await page.goto(at('/settings/lists'));
  await page.fill('#f-name', 'Fair 2026');
  await press('Add');
  await has('Fair 2026', 'a list is there');
  await clean('lists');
  await page.goto(at('/settings/owners'));
  await has('Hana Test', 'owners are the members');
  await has('Nobody', 'and nobody');
  await clean('owners');
  await page.goto(at('/settings/fields'));
  await page.locator('tr', { hasText: 'Level' }).getByRole('link', { name: 'Delete' }).click();
  await has('Delete the field Level and its values in 1 contact.', 'deleting a field says what goes');
  await clean('deleting a field');
  await press('Delete the field');
  await page.goto(record);
  ok(await page.locator('dt', { hasText: /^Level$/ }).count() === 0, `the field is gone from the record, ${how}`);
  await context.close();
}
await browser.close();
end();
