// The page of one company or contact as people work on it: facts edited where they stand, with and
// without script, on a phone, in the dark, by keyboard alone; two people at one field; a record deleted
// meanwhile; values that try to be markup.
import { axe, base, batch, end, launch, ok } from './support.mjs';

const slug = `record-${Date.now()}`;
const people = { hana: `hana@${slug}.example`, ben: `ben@${slug}.example` };
const password = 'Quiet-harbour-41-lanterns';
batch(['tenant', 'add', slug, '--name', 'Record']);
for (const [name, email] of Object.entries(people))
  batch(['user', 'add', email, '--name', name === 'hana' ? 'Hana Test' : 'Ben Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);

const browser = await launch();
async function open(who, { script = true, phone = false, dark = false } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.script = script;
  page.broken = [];
  page.on('pageerror', (error) => page.broken.push(error.message));
  await page.goto(`${base}/login?next=/${slug}/contacts`);
  await page.fill('input[name=email]', people[who]);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/contacts`);
  return page;
}

async function good(page, name) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(1, 1);
  await page.waitForTimeout(150);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  ok(wide <= 0, `${name}: nothing runs over the side`, `${wide} px`);
  if (page.script) {
    const found = await axe(page);
    ok(found.length === 0, `${name}: axe finds nothing`, found.join('\n'));
    ok(page.broken.length === 0, `${name}: no script fails`, page.broken.join('\n'));
  }
}

async function add(page, values) {
  await page.goto(`${base}/${slug}/contacts/new`);
  for (const [name, value] of Object.entries(values)) await page.fill(`[name=${name}]`, value);
  await page.click('.form-bar button[type=submit]');
  await page.waitForURL(/\/contacts\/\d+$/);
  return page.url();
}

const value = (page, field) => page.$eval(`#fact-${field} .fact-value`, (e) => e.textContent.trim());
async function saved(page, field, text) {
  await page.waitForFunction(([f, t]) => {
    const e = document.querySelector(`#fact-${f} .fact-value`);
    return e && e.textContent.includes(t);
  }, [field, text]);
}

async function withScript(label, options) {
  const page = await open('hana', options);
  const url = await add(page, { first_name: 'Jonas', last_name: `Weidner ${label}`, company: 'Lumenfold' });
  ok((await page.textContent('#rec-next')).includes('Add an e-mail'), `${label}: the page says what is missing`);
  await good(page, `${label}, record`);
  await page.click('#rec-next a');
  await page.waitForSelector('#fact-email input[name=email]');
  ok(await page.evaluate(() => document.activeElement.name === 'email'), `${label}: the next action opens the field`);
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-email .error');
  ok(await page.inputValue('#fact-email input[name=email]') === 'not an address', `${label}: an error stands at the field, what was typed stays`);
  await good(page, `${label}, error`);
  // Made taller by hand, a box keeps its size as a style: the part that replaces it must not take that over.
  await page.locator('#fact-notes .fact-edit').click();
  const notes = page.locator('#fact-notes textarea');
  const corner = await notes.evaluate((t) => { t.scrollIntoView({ block: 'center' }); const b = t.getBoundingClientRect(); return [b.right - 5, b.bottom - 5]; });
  await page.mouse.move(...corner);
  await page.mouse.down();
  await page.mouse.move(corner[0], corner[1] + 60, { steps: 4 });
  await page.mouse.up();
  ok(options.phone || (await notes.getAttribute('style') || '').includes('height'), `${label}: a text is edited in a taller box`);
  await notes.fill('x'.repeat(20100));
  await notes.press('Control+Enter');
  await page.waitForSelector('#fact-notes .error');
  await page.click('#fact-notes [data-cancel]');
  await page.waitForSelector('#fact-notes .fact-edit');
  await page.fill('#fact-email input[name=email]', `jonas.${label}@lumenfold.example`);
  await page.keyboard.press('Enter');
  await saved(page, 'email', 'lumenfold.example');
  ok(page.url() === url, `${label}: the page stays`);
  ok((await page.textContent('#rec-timeline')).includes('lumenfold.example'), `${label}: the timeline has it at once`);
  ok(!(await page.textContent('#rec-next')).includes('e-mail'), `${label}: something else is next now`);

  await page.click('#fact-job_title .fact-value');
  await page.waitForSelector('#fact-job_title .input');
  await page.keyboard.type('VP of Sales');
  await page.keyboard.press('Enter');
  await saved(page, 'job_title', 'VP of Sales');
  ok((await page.textContent('#rec-title')).includes('VP of Sales at Lumenfold'), `${label}: the head follows`);
  ok((await value(page, 'seniority')).includes('VP') && (await value(page, 'department')).includes('Sales'), `${label}: what follows from the title stands in its rows`, `${await value(page, 'seniority')} ${await value(page, 'department')}`);
  await page.click('.toast button:has-text("Undo")');
  await page.waitForLoadState();
  ok(page.url() === url && !(await value(page, 'job_title')).includes('VP'), `${label}: undo takes it back and stays here`, page.url());

  await page.click('section[aria-labelledby=h-where] .more-facts summary');
  await page.click('#fact-city .fact-value');
  await page.waitForSelector('#fact-city .input');
  await page.keyboard.type('Vilnius');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#fact-city .fact-value');
  ok(!(await value(page, 'city')).includes('Vilnius'), `${label}: Esc leaves it as it was`);

  await page.focus('#fact-tag_ids .fact-edit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-tag_ids input[name=add]');
  await page.keyboard.type('warm');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-tag_ids .chip');
  await page.keyboard.type('fair');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('#fact-tag_ids .chip').length === 2);
  await good(page, `${label}, tags`);
  await page.click('#fact-tag_ids .chip:first-child .chip-x');
  await page.waitForFunction(() => document.querySelectorAll('#fact-tag_ids .chip').length === 1);
  await page.click('#fact-tag_ids [data-cancel]');
  await page.waitForSelector('#fact-tag_ids .fact-value .tag');
  ok((await value(page, 'tag_ids')) === 'warm', `${label}: tags are put on and taken off`, await value(page, 'tag_ids'));

  await page.click('.tile .prov summary');
  const parts = await page.locator('.tile .prov-panel').boundingBox();
  ok(parts.x >= 0 && parts.x + parts.width <= page.viewportSize().width, `${label}: all of what the quality is made of is in sight`, JSON.stringify(parts));
  await page.click('.tile .prov summary');
  await page.click('#fact-email .prov summary');
  ok((await page.textContent('#fact-email .prov-panel')).includes('Hana Test'), `${label}: a fact says where it comes from`);
  await good(page, `${label}, provenance`);
  await page.context().close();
}

async function withoutScript() {
  const page = await open('hana', { script: false });
  const url = await add(page, { first_name: 'Plain', last_name: 'Page', email: 'plain@page.example' });
  await page.focus('#fact-phone .fact-edit');
  await page.keyboard.press('Enter');
  await page.waitForURL(/edit\?field=phone/);
  await page.fill('input[name=phone]', '12x');
  await page.click('main button[type=submit]');
  ok((await page.textContent('.error')).includes('telephone number'), 'no script: an error stands at the field');
  await page.fill('input[name=phone]', '+370 5 555 0142');
  await page.click('main button[type=submit]');
  await page.waitForURL(url);
  ok((await value(page, 'phone')).includes('+370'), 'no script: a fact is edited on a page of its own');
  await page.fill('#f-body', 'Met at the fair.\nWants numbers.');
  await page.click('.note-form button');
  await page.waitForURL(url);
  ok((await page.textContent('#rec-timeline')).includes('Wants numbers.'), 'no script: a note is added');
  await page.focus('#fact-tag_ids .fact-edit');
  await page.keyboard.press('Enter');
  await page.fill('input[name=add]', 'plain');
  await page.click('button:has-text("Add")');
  await page.waitForLoadState();
  ok((await page.textContent('.chips')).includes('plain'), 'no script: a tag is put on');
  await page.goto(`${url}/history`);
  await page.click('text=Notes >> nth=-1');
  await page.waitForURL(/show=note/);
  ok((await page.$$('.timeline > li')).length === 1, 'no script: the timeline can be narrowed');
  await page.goto(url);
  await good(page, 'no script, record');
  await page.context().close();
}

async function byKeyboard() {
  const page = await open('hana');
  await add(page, { first_name: 'Key', last_name: 'Board', email: 'key@board.example' });
  await page.focus('#fact-phone .fact-edit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-phone .input');
  await page.keyboard.type('+37055550199');
  await page.keyboard.press('Enter');
  await saved(page, 'phone', '+370');
  ok(await page.evaluate(() => document.activeElement.closest('#fact-phone') !== null), 'keyboard: the focus comes back to the fact');
  await page.focus('#fact-status .fact-edit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-status select');
  await page.keyboard.type('Act');
  await page.keyboard.press('Enter');
  await saved(page, 'status', 'Active');
  ok((await page.textContent('#rec-title .badge')).includes('Active'), 'keyboard: a choice is made and shows in the head');
  await page.focus('#fact-notes .fact-edit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fact-notes textarea');
  await page.keyboard.type('One\nTwo');
  await page.keyboard.press('Control+Enter');
  await saved(page, 'notes', 'Two');
  ok(true, 'keyboard: several lines are saved with Ctrl+Enter');
  await page.context().close();
}

async function twoPeople() {
  const hana = await open('hana');
  const ben = await open('ben');
  const url = await add(hana, { first_name: 'Two', last_name: 'People', email: 'two@people.example', job_title: 'Buyer' });
  await ben.goto(url);
  for (const page of [hana, ben]) {
    await page.click('#fact-job_title .fact-value');
    await page.waitForSelector('#fact-job_title .input');
  }
  await ben.fill('#fact-job_title .input', 'Head of Buying');
  await ben.keyboard.press('Enter');
  await saved(ben, 'job_title', 'Head of Buying');
  await hana.fill('#fact-job_title .input', 'Chief Buyer');
  await hana.focus('#fact-job_title .input');
  await hana.keyboard.press('Enter');
  await hana.waitForSelector('#fact-job_title .notice');
  const said = await hana.textContent('#fact-job_title .notice');
  ok(said.includes('Head of Buying') && said.includes('Chief Buyer'), 'conflict: both values are shown', said);
  await good(hana, 'conflict');
  await hana.click('#fact-job_title button:has-text("Save mine")');
  await saved(hana, 'job_title', 'Chief Buyer');
  ok(true, 'conflict: one can keep one\'s own');
  // two fields at once are none
  await hana.click('#fact-phone .fact-value');
  await hana.waitForSelector('#fact-phone .input');
  await ben.goto(url);
  await ben.click('#fact-job_title .fact-value');
  await ben.waitForSelector('#fact-job_title .input');
  await ben.fill('#fact-job_title .input', 'Buyer again');
  await ben.keyboard.press('Enter');
  await saved(ben, 'job_title', 'Buyer again');
  await hana.fill('#fact-phone .input', '+37055550111');
  await hana.focus('#fact-phone .input');
  await hana.keyboard.press('Enter');
  await saved(hana, 'phone', '+370');
  ok(true, 'conflict: another field is none');
  // deleted meanwhile
  await hana.click('#fact-job_title .fact-value');
  await hana.waitForSelector('#fact-job_title .input');
  await ben.click('.page-actions .menu summary');
  await ben.click('.page-actions .menu button.danger');
  await ben.waitForLoadState();
  await hana.fill('#fact-job_title .input', 'Late');
  await hana.focus('#fact-job_title .input');
  await hana.keyboard.press('Enter');
  await hana.waitForSelector('#fact-job_title .notice-bad');
  ok((await hana.textContent('#fact-job_title')).includes('was deleted by Ben'), 'deleted meanwhile: it says by whom', await hana.textContent('#fact-job_title'));
  ok(await hana.inputValue('#fact-job_title .input') === 'Late', 'deleted meanwhile: what was typed is not lost');
  await hana.goto(url);
  ok((await hana.textContent('h1')).includes('is in the trash'), 'deleted meanwhile: the page says where it is');
  await good(hana, 'trash');
  await hana.click('button:has-text("Restore")');
  await hana.waitForURL(url);
  ok((await hana.textContent('h1')).includes('Two People'), 'deleted meanwhile: it comes back');
  await hana.context().close();
  await ben.context().close();
}

async function hostile() {
  const page = await open('hana');
  const url = await add(page, { first_name: '"><img src=x onerror=window.hit=1>', last_name: 'عربي 👩🏽‍🚀', email: 'hostile@values.example' });
  await page.fill('#f-body', `<script>window.hit=1</script>\n${'long '.repeat(3990)}`);
  await page.click('.note-form button');
  await page.waitForLoadState();
  await page.click('#fact-notes .fact-value');
  await page.waitForSelector('#fact-notes textarea');
  await page.fill('#fact-notes textarea', `{{x}} ${'n'.repeat(19900)}`);
  await page.focus('#fact-notes textarea');
  await page.keyboard.press('Control+Enter');
  await saved(page, 'notes', '{{x}}');
  await page.click('#fact-job_title .fact-value');
  await page.waitForSelector('#fact-job_title .input');
  await page.fill('#fact-job_title .input', 'Direktor \u202Ekrad <b>fett</b> ’ & "so"');
  await page.focus('#fact-job_title .input');
  await page.keyboard.press('Enter');
  await saved(page, 'job_title', '<b>fett</b>');
  await page.goto(url);
  ok(!(await page.evaluate(() => window.hit)), 'hostile values stay text');
  ok((await page.textContent('#rec-timeline')).includes('<script>'), 'a note shows what was written');
  ok(!(await page.textContent('#main')).includes('\u202E'), 'marks that turn the text around are gone');
  await good(page, 'hostile');
  await page.goto(`${url}/history`);
  await good(page, 'hostile, history');
  await page.context().close();
}

async function throughTheList(label, options) {
  const page = await open('hana', options);
  for (const name of ['Walker One', 'Walker Three', 'Walker Two'])
    await add(page, { last_name: name, email: `${name.replace(' ', '.')}.${label}@walk.example`, job_title: `Walks ${label}` });
  await page.goto(`${base}/${slug}/contacts?q=walks+${label}`);
  await page.click('tbody th a >> nth=0');
  await page.waitForURL(/from=/);
  ok((await page.textContent('h1')).includes('Walker One'), `${label}: a row of the list leads to its record`);
  if (page.script) {
    await page.waitForFunction(() => document.getElementById('rec-place').textContent.trim() === '1 of 3');
    await good(page, `${label}, in a list`);
    await page.keyboard.press('j');
  } else {
    await page.click('[rel=next]');
  }
  await page.waitForSelector('h1:has-text("Walker Three")');
  await page.click('[rel=next]');
  await page.waitForSelector('h1:has-text("Walker Two")');
  if (page.script) {
    await page.waitForFunction(() => document.getElementById('rec-place').textContent.trim() === '3 of 3');
    ok((await page.$$('a[rel=next]')).length === 0, `${label}: at the end there is no next one`);
    await page.keyboard.press('k');
    await page.waitForSelector('h1:has-text("Walker Three")');
  } else {
    await page.click('[rel=next]');
    await page.waitForLoadState();
    ok((await page.textContent('.toasts')).includes('last one'), `${label}: at the end it says so`);
  }
  await page.click('nav.tabs a:has-text("History")');
  await page.waitForURL(/history\?from=/);
  await page.click('.crumbs a >> nth=0');
  await page.waitForURL(/\/contacts\?q=/);
  ok((await page.$$('tbody th a')).length === 3, `${label}: and back to the same list`);
  await page.context().close();
}

for (const [label, options] of [['desk', {}], ['phone', { phone: true }], ['dark', { dark: true }]])
  await withScript(label, options);
await withoutScript();
await byKeyboard();
await throughTheList('script', {});
await throughTheList('plain', { script: false });
await twoPeople();
await hostile();
await browser.close();
end();
