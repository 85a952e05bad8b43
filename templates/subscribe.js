// Below the banner: a field for an address, so that whoever wants to hear it by mail is two clicks
// and a mail away. Not where data-subscribe="off", and only while there is a banner.
const said = {
  en: {
    label: 'E-mail address',
    send: 'Tell me by mail',
    sent: 'Look into your mailbox, and confirm it there.',
    not: 'That did not work. Is this the address?',
  },
  de: {
    label: 'E-Mail-Adresse',
    send: 'Per E-Mail erfahren',
    sent: 'Sehen Sie in Ihr Postfach und bestätigen Sie es dort.',
    not: 'Das ging nicht. Ist das die Adresse?',
  },
};

const style = new CSSStyleSheet();
style.replaceSync(`
  div:empty + form { display: none }
  form { font: 14px/1.5 system-ui, sans-serif; display: flex; flex-wrap: wrap; gap: .5em;
    padding: .5em 1em; align-items: center; color: #1c1f24; color: light-dark(#1c1f24, #eceef1) }
  input, button { font: inherit; padding: .3em .7em; border: 1px solid #868d98; border-radius: .3em }
  input { min-width: 14em }`);

// Without cookies, so that it is the same for whoever is signed in there.
async function send(email) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const wish = { email, zone: timeZone, unplanned: 1, recovery: 1, planned: 1 };
  const there = new URL('subscribe', import.meta.url);
  const body = new URLSearchParams(wish);
  return fetch(there, { method: 'POST', body, credentials: 'omit' }).then(
    (answer) => answer.ok,
    () => false,
  );
}

export function ask(root, { dataset }, words) {
  if (dataset.subscribe === 'off') return;
  const { label, send: wording, sent, not } = said[words];
  const [form, field, button, outcome] = ['form', 'input', 'button', 'span'].map((name) =>
    document.createElement(name),
  );
  Object.assign(field, { type: 'email', required: true, autocomplete: 'email', placeholder: label });
  field.ariaLabel = label;
  button.textContent = wording;
  outcome.ariaLive = 'polite';
  form.append(field, button, outcome);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const done = await send(field.value);
    outcome.textContent = done ? sent : not;
    field.hidden = button.hidden = done;
    button.disabled = false;
  });
  root.adoptedStyleSheets.push(style);
  root.append(form);
}
