// What is wrong or near, atop a page or in its [data-status-banner].
(() => {
  const me = document.currentScript;
  const { token, language } = me.dataset;
  const source = me.src.replace(/banner\.js.*$/, `${token ? `p/${token}/` : ''}banner.json`);
  const tongue = language || document.documentElement.lang || navigator.language;
  const words = /^de/i.test(tongue) ? 'de' : 'en';
  const often = 3500;
  const seldom = 60000;
  let pause = often;
  let shown;
  let timer;

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; display: block; color-scheme: inherit }
    p { font: 15px/1.5 system-ui, sans-serif; margin: 0; padding: .6em 1em; overflow-wrap: anywhere;
      border-inline-start: .4em solid #8a4b00; color: #1c1f24; background: #fdf3e1;
      color: light-dark(#1c1f24, #eceef1); background: light-dark(#fdf3e1, #2e2413) }
    .bad { border-color: #d0453c; background: light-dark(#fdeceb, #361a19) }
    .plan { border-color: #4a7fd6; background: light-dark(#eaf1fc, #172338) }
    a { color: inherit }`);
  root.adoptedStyleSheets = [style];
  const list = root.appendChild(document.createElement('div'));
  list.role = 'status';
  token || import(new URL('subscribe.js', me.src)).then((it) => it.ask(root, me, words), () => {});

  const moment = (at) =>
    new Date(at).toLocaleString(words === 'de' ? 'de' : 'en-GB', {
      weekday: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
    });
  const add = (parent, name, text) => {
    const child = parent.appendChild(document.createElement(name));
    child.textContent = text;
    return child;
  };

  function line(banner) {
    const { state, sentences, url } = banner[words];
    const p = document.createElement('p');
    p.className = banner.tone;
    add(p, 'strong', `${state}: `);
    const link = add(p, 'a', banner.title);
    Object.assign(link, { href: url, target: '_blank', rel: 'noopener', dir: 'auto' });
    add(p, 'span', ` ${sentences.join(' ').replace(/\{(.+?)\}/g, (_, at) => moment(at))}`);
    return p;
  }

  // Kept while we cannot look, gone where we may not.
  async function look() {
    clearTimeout(timer);
    if (document.hidden) return;
    try {
      const answer = await fetch(source, { cache: 'no-cache', credentials: 'omit' });
      if (!answer.ok && answer.status !== 404) throw answer;
      const text = answer.ok ? await answer.text() : '{"banners":[]}';
      if (text !== shown) list.replaceChildren(...JSON.parse(text).banners.map(line));
      shown = text;
      const place = document.querySelector('[data-status-banner]') || document.body;
      if (host.parentNode !== place) place.prepend(host);
      pause = often;
    } catch {
      pause = Math.min(pause * 2, seldom);
    }
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  }
  document.addEventListener('visibilitychange', look);
  look();
})();
