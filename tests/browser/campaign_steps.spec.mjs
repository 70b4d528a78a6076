// The steps of a campaign as people work on them: from a preset, reordered by keyboard, edited with
// examples, saved as a template, loaded into another campaign, looked at for a person; with script at full
// width and without it on a phone; light and dark.
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `steps-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'Steps']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const main = page.locator('main');
  const has = async (text, name) => ok((await page.locator('main, .toasts').allInnerTexts()).join('\n').includes(text), `${name}, ${how}`, `${page.url()}: no "${text}"`);
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
    await Promise.all([page.waitForEvent('framenavigated'), main.getByRole('button', { name, exact: true }).first().press('Enter')]);
    await page.waitForLoadState();
  };
  const follow = async (name) => { await main.getByRole('link', { name, exact: true }).first().press('Enter'); await page.waitForLoadState(); };
  // Labels in their order, off ones marked.
  const order = async (wanted, name) => {
    const found = (await page.locator('.step-list > li').evaluateAll((all) => all.map((li) =>
      li.querySelector('b').textContent + (li.querySelector('.badge') ? ' off' : '')))).join(', ');
    ok(found === wanted, `${name}, ${how}`, found);
  };

  await page.goto(`${base}/login?next=/${slug}/campaigns/templates`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForLoadState();
  if (page.url().includes('/login')) ok(false, `signed in, ${how}`, await page.innerText('main'));
  await page.waitForURL(`**/${slug}/campaigns/templates`);

  // From a preset.
  await has('No templates of your own yet', 'the library is empty at first');
  await clean('templates');
  await follow('Open Email 3-Step');
  await has('preset of the system', 'a preset opens');
  await clean('a preset');
  await page.fill('#f-name', 'Autumn');
  await press('Create the campaign');
  await order('1. Intro, 2. Value, 3. Close', 'the campaign has the steps of the preset');
  await clean('steps');
  const steps = page.url().replace(/#.*/, '');

  // Order by keyboard; the days stay with the places.
  await press('Move Close up');
  await order('1. Intro, 2. Close, 3. Value', 'a step moves up by keyboard');
  ok(/day 3/.test(await page.locator('.step-list > li').nth(1).innerText()), `the day stays with the place, ${how}`);
  await press('Move Intro down');
  await order('1. Close, 2. Intro, 3. Value', 'and down');
  await press('Switch off Intro');
  await order('1. Close, 2. Intro off, 3. Value', 'a step is switched off');

  // Edited, with examples.
  await follow('Edit Intro');
  await clean('a step');
  if (script) {
    await page.fill('#f-instructions', 'Be brief');
    await has('8 of 2,000 characters', 'the instructions are counted');
  }
  await page.fill('#f-day_offset', '9');
  await press('Save');
  await has('Choose day 8 or earlier', 'a day that goes backwards is explained');
  await page.fill('#f-day_offset', '4');
  await page.selectOption('#f-tone', 'bold');
  await page.check('#f-is_on');
  await page.fill('[name="examples.0.body"]', 'Hello Ada,\n\nwhat you build is rare.');
  await page.fill('[name="examples.0.note"]', 'Short');
  await press('Save and add another example');
  ok(await page.locator('[name="examples.1.body"]').count() === 1, `there is room for another example, ${how}`);
  ok((await page.inputValue('[name="examples.0.body"]')) === 'Hello Ada,\n\nwhat you build is rare.', `the example is as written, ${how}`);
  await page.goto(steps);
  await has('Bold · 1 example', 'the step shows its own tone and its example');

  // Added and removed.
  await follow('Call script');
  await page.fill('#f-label', 'Ring');
  await press('Add the step');
  await order('1. Close, 2. Intro, 3. Value, 4. Ring', 'a step is added at the end');
  await follow('Remove… Value');
  await clean('removing a step');
  await press('Remove the step');
  await order('1. Close, 2. Intro, 3. Ring', 'a step is removed');

  // Into the library, and from there into another campaign.
  await follow('Save as template');
  await clean('saving a template');
  await page.fill('#f-name', 'With a call');
  await press('Save the template');
  await has('With a call', 'the template is in the library');
  await clean('the library');
  await follow('Open LinkedIn Only');
  await page.fill('#f-name', 'Winter');
  await press('Create the campaign');
  await page.selectOption('#f-template', { label: 'With a call' });
  await press('Look at it…');
  await has('What goes: 2 steps of this campaign', 'it is said what goes');
  await clean('loading a template');
  await press('Replace the steps');
  await order('1. Close, 2. Intro, 3. Ring', 'the steps are those of the template');

  // For a person.
  await page.goto(at('/contacts/new'));
  await page.fill('[name=first_name]', 'Ada');
  await page.fill('[name=last_name]', 'Byron');
  await page.click('main form button[type=submit]');
  await page.waitForURL(/contacts\/\d+/);
  await page.goto(steps);
  await follow('Preview for a person');
  await has('Choose a person', 'nobody is chosen at first');
  await page.fill('main input[name=q]', 'byron');
  await page.press('main input[name=q]', 'Enter');
  await page.waitForURL(/q=byron/);
  await page.locator('main a', { hasText: 'Ada Byron' }).first().click();
  await page.waitForURL(/contact=/);
  await has('would get, as things stand. Nothing of it is stored.', 'the preview is for any contact');
  await clean('the preview');
  await page.goto(at('/campaigns/templates'));
  await follow('Delete… With a call');
  await press('Delete the template');
  await has('No templates of your own yet', 'the template is deleted');
  await context.close();
}

await browser.close();
end();
