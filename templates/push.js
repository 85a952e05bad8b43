// The switch "tell this browser" of the portal. Without script, or where the browser cannot be told,
// it is not there.
(() => {
  "use strict";
  const place = document.getElementById("tell-browser");
  if (!place || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  const button = place.querySelector("button");
  const refused = place.querySelector("[role=alert]");
  const send = (method, body) =>
    fetch("/portal-api/push", {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then((reply) => {
      if (!reply.ok) throw new Error(`${reply.status}`);
    });
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

  const show = (subscription) => {
    place.hidden = false;
    button.setAttribute("aria-pressed", subscription ? "true" : "false");
    button.textContent = subscription ? button.dataset.stop : button.dataset.start;
  };

  const start = async (registration) => {
    const key = await fetch("/push/key").then((reply) => reply.json());
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytes(key.key),
    });
    const { endpoint, keys } = subscription.toJSON();
    await send("POST", { endpoint, keys });
    return subscription;
  };

  const stop = async (subscription) => {
    await send("DELETE", { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
    return null;
  };

  navigator.serviceWorker.register("/portal/service-worker.js").then(async (registration) => {
    let subscription = await registration.pushManager.getSubscription();
    show(subscription);
    button.addEventListener("click", async () => {
      refused.hidden = true;
      button.disabled = true;
      try {
        subscription = subscription ? await stop(subscription) : await start(registration);
        show(subscription);
      } catch {
        refused.hidden = false;
      }
      button.disabled = false;
    });
  });
})();
