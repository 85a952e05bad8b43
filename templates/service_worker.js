// Shows what we announce, also while none of our pages is open. Registered by push.js.
"use strict";

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, renotify: true, data: { url } }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});

// The browser's maker gave it another address.
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil((async () => {
    const { options } = event.oldSubscription ?? event.newSubscription;
    const fresh = event.newSubscription ?? (await self.registration.pushManager.subscribe(options));
    const { endpoint, keys } = fresh.toJSON();
    await fetch("/portal-api/push", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ endpoint, keys }),
    });
  })());
});
