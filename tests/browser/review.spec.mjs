// Review as people do it, in the demo's campaign: two reviewers by keyboard who never get the same message,
// a rejection with its reason, an edit, going back; axe; and the same decisions without script on a phone.
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';
const mark = Date.now();

async function reviewer(name, script) {
  const email = `${name}.${mark}@review.example`;
  batch(['user', 'add', email, '--name', name, '--tenant', 'demo', '--role', 'editor', '--password-stdin'], `${password}\n`);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  await page.goto(`${base}/login?next=/demo/review`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/demo/review');
  return page;
}
const at = (page) => new URL(page.url()).searchParams.get('at');
const left = async (page) => Number(/(\d+) left/.exec(await page.innerText('h1'))[1]);
async function go(page, act) {
  await Promise.all([page.waitForEvent('framenavigated'), act()]);
  await page.waitForLoadState();
}
const key = (page, name) => go(page, () => page.keyboard.press(name));
async function clean(page, name) {
  if (shots) await page.screenshot({ path: path.join(shots, `review-${name.replaceAll(' ', '-')}.png`), fullPage: true });
  const findings = await axe(page);
  ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
}

const ann = await reviewer('ann', true);
const ben = await reviewer('ben', true);
// The demo's campaign is still being written right after the start.
for (const page of [ann, ben])
  for (let i = 0; i < 180 && !(await page.getByRole('button', { name: 'Start reviewing' }).count()); i++) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
await clean(ann, 'before review begins');
await go(ann, () => ann.getByRole('button', { name: 'Start reviewing' }).press('Enter'));
await go(ben, () => ben.getByRole('button', { name: 'Start reviewing' }).press('Enter'));
ok(at(ann) && at(ben) && at(ann) !== at(ben), 'two reviewers get two messages', `${ann.url()} ${ben.url()}`);
await clean(ann, 'a message in hand');
await ann.reload();
ok((await ann.innerText('header')).includes('ben reviewing too') || (await ann.innerText('main')).includes('ben reviewing too'), 'one sees who else reviews');

// Approve by key: the next one comes, and one less is left.
const first = at(ann);
const before = await left(ann);
await key(ann, 'a');
ok(at(ann) !== first && at(ann) !== at(ben), 'after a decision the next message comes', ann.url());
ok((await left(ann)) < before, 'one less is left', await ann.innerText('h1'));

// Back to it, and the decision taken back.
await key(ann, 'ArrowLeft');
ok(at(ann) === first && (await ann.innerText('main')).includes('Approved by ann'), 'back leads to what was decided', ann.url());
await key(ann, 'u');
ok((await ann.locator('[data-key=a]').count()) === 1, 'a decision can be taken back');

// An edit needs a reason; the texts stay.
await key(ann, 'e');
await ann.fill('#f-body', `${await ann.inputValue('#f-body')}\n\nP.S. One more line.`);
await go(ann, () => ann.getByRole('button', { name: 'Save as a new version' }).click());
ok((await ann.innerText('main')).includes('choose at least one reason'), 'an edit without a reason is refused');
await clean(ann, 'an edit to correct');
await ann.check('input[value=too_short]');
await go(ann, () => ann.getByRole('button', { name: 'Save as a new version' }).click());
ok((await ann.locator('.diff ins').allInnerTexts()).join(' ').includes('One more line'), 'the change is shown');
await clean(ann, 'an edited message');

// Written again, in another tone: the cost comes first, what changed stands beside the new text.
await ann.keyboard.press('g');
await ann.waitForSelector('#dlg-again:popover-open');
ok((await ann.innerText('#dlg-again')).includes('Free.'), 'the cost is said first');
await clean(ann, 'the question how to write it again');
const again = at(ann);
await ann.selectOption('#dlg-again #f-tone', 'casual');
await go(ann, () => ann.locator('#dlg-again button[value=again]').press('Enter'));
ok(at(ann) === again && (await ann.locator('.toasts').innerText()).includes('Written again'), 'it is written again', ann.url());
ok((await ann.locator('.diff ins').count()) > 0, 'what it changed is shown');

// Rejecting asks why.
await ben.keyboard.press('r');
await ben.waitForSelector('#dlg-reject:popover-open');
await clean(ben, 'the question why');
await ben.keyboard.type('no');
await ben.keyboard.press('Enter');
ok(await ben.locator('#dlg-reject:popover-open').count() === 1, 'two letters are no reason');
const second = at(ben);
await ben.keyboard.type(' fact about them');
await key(ben, 'Enter');
ok(at(ben) !== second, 'a rejection leads to the next message', ben.url());
await key(ben, 'ArrowLeft');
ok((await ben.innerText('main')).includes('no fact about them'), 'the reason stands there');
await key(ben, 'u');

// Skipped, not lost.
const third = at(ben);
const all = await left(ben);
await key(ben, 'n');
ok(at(ben) !== third && (await left(ben)) === all, 'what is skipped stays in the queue', ben.url());
await key(ben, 'Escape');
ok(/\/campaigns\/\d+$/.test(new URL(ben.url()).pathname), 'Esc leaves', ben.url());

// Without script, on a phone.
const cy = await reviewer('cy', false);
await go(cy, () => cy.getByRole('button', { name: 'Start reviewing' }).click());
const small = at(cy);
ok((await cy.getByRole('button', { name: 'Write again' }).count()) >= 1, 'without script it can be written again');
await cy.getByRole('button', { name: 'Write again' }).first().click();
await go(cy, () => cy.locator('#dlg-again button[value=again]').click());
ok(at(cy) === small && (await cy.innerText('main')).includes('Version 2 of 2'), 'and is', cy.url());
ok(small && await cy.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth).catch(() => true), 'a phone holds the page');
await go(cy, () => cy.getByRole('button', { name: 'Approve' }).first().click());
ok(at(cy) !== small, 'without script the next message comes as well', cy.url());
await cy.goto(`${base}/demo/review?at=${small}`);
await go(cy, () => cy.getByRole('button', { name: 'Take the decision back' }).click());
ok((await cy.innerText('main')).includes('Approve'), 'and a decision is taken back');

await browser.close();
end();
