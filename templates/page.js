(() => {
  "use strict";
  const root = document.documentElement;
  const words = root.dataset;
  const local = new Date();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const tag = root.lang === "en" ? "en-GB" : root.lang; // the day before the month, as on the page
  const format = (at, how) => new Intl.DateTimeFormat(tag, how).format(at);
  const day = (at, zone) => format(at, { dateStyle: "short", timeZone: zone });
  const each = (what, act) => document.querySelectorAll(what).forEach(act);

  // Each time in the reader's zone, and in UTC behind it; its day where that is not today, or of a
  // second time, where it is not the first one's.
  each("time", (time) => {
    const at = new Date(time.dateTime);
    if (at.getTimezoneOffset() === 0) return;
    const first = time.previousElementSibling?.dateTime;
    const known = first ? new Date(first) : local;
    const year = at.getFullYear() === local.getFullYear() ? undefined : "numeric";
    const how = day(at) === day(known) ? clock : { ...clock, day: "numeric", month: "short", year };
    const utc = day(at) === day(at, "UTC") ? time.textContent.slice(-9) : time.textContent;
    time.textContent = `${format(at, how)} (${utc})`;
  });
  if (local.getTimezoneOffset() !== 0) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    document.getElementById("zone").textContent = words.zone.replace("%", zone);
  }

  // How old is this copy? One that a cache kept must not look like news, and a service that nobody
  // has looked at since is not known to be well.
  if (!words.made) return;
  const age = document.getElementById("age");
  const banner = document.getElementById("old");
  const span = (n) => (n < 120 ? `${n} min` : n < 2880 ? `${Math.floor(n / 60)} h` : `${Math.floor(n / 1440)} d`);
  const tell = () => {
    const minutes = Math.floor((Date.now() - Date.parse(words.made)) / 60000);
    age.textContent = minutes < 1 ? words.now : words.ago.replace("%", span(minutes));
    banner.hidden = minutes < 3;
    root.classList.toggle("is-old", minutes >= 3);
    if (minutes >= 3) banner.firstElementChild.textContent = words.old.replace("%", span(minutes));
    each("li.ok[data-silent]", (row) => {
      if (Date.now() < Date.parse(row.dataset.silent)) return;
      row.className = "unk";
      row.querySelector("use").setAttribute("href", "#i-unknown");
      row.querySelector(".state span").textContent = words.unknown;
    });
  };
  tell();
  setInterval(tell, 10000);
})();
