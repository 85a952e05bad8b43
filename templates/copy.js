(() => {
  "use strict";
  // One click copies the text to hand on. Without a secure connection there is no clipboard: then
  // the text is marked, and copied as a person would.
  const button = document.getElementById("copy");
  const text = document.getElementById("to-copy");
  const said = button.nextElementSibling;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return document.execCommand("copy");
    }
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    said.textContent = (await copy()) ? button.dataset.copied : button.dataset.byHand;
  });
})();
