// Keys of the desk. Every key stands on a link or button (aria-keyshortcuts) that works without it.
"use strict";

(() => {
  const inField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key === "Escape" && inField(event.target)) {
      event.target.blur();
      return;
    }
    if (inField(event.target) || !/^[a-z/]$/.test(event.key)) return;
    const owner = document.querySelector(`[aria-keyshortcuts="${event.key}"]`);
    if (owner === null) return;
    event.preventDefault();
    if (owner.matches("input")) owner.focus();
    else owner.click();
  });

  // The whole passage answers to the pointer; its number is what the keyboard and a screen reader reach.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claim]");
    if (mark === null || window.getSelection().toString() !== "") return;
    const number = document.getElementById(`ref-${mark.dataset.claim}`);
    if (number !== null && event.target.closest("a") === null) number.click();
  });

  const show = () => {
    const mark = document.querySelector("mark.on");
    if (mark === null) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const wide = window.matchMedia("(min-width: 861px)").matches;
    if (wide) mark.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id !== "sheet" && document.getElementById("claim") === null) return;
    show();
    const field = document.querySelector("#claim [autofocus]");
    if (field !== null) field.focus();
    else if (document.activeElement === document.body) document.getElementById("claim")?.focus({ preventScroll: true });
  });

  document.addEventListener("DOMContentLoaded", show);
})();
