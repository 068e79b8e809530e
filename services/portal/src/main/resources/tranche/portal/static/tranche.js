// What the pages do beyond HTML. Every page works without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // One policy for the fragments that htmx takes from our own origin (connect-src is 'self'): HTML without scripts.
  if (window.trustedTypes) {
    const html = (text) => {
      if (/<script[\s>/]/i.test(text)) throw new TypeError("a fragment carries a script");
      return text;
    };
    window.trustedTypes.createPolicy("default", { createHTML: html });
  }

  const say = (sentence) => {
    const region = document.getElementById("say");
    if (region) region.textContent = sentence;
  };

  // One connection for each visible page, resumed where it was: a browser gives an origin six of them.
  const QUIET_LIMIT_MILLIS = 30000;
  const FIRST_RETRY_MILLIS = 1000;
  const LAST_RETRY_MILLIS = 60000;

  class VisibleSource extends EventTarget {
    constructor(url) {
      super();
      this.url = url;
      this.types = new Map();
      this.lastId = "";
      this.retry = FIRST_RETRY_MILLIS;
      this.readyState = EventSource.CONNECTING;
      this.watch = () => (document.hidden ? this.pause() : this.connect());
      document.addEventListener("visibilitychange", this.watch);
      this.watch();
    }
    connect() {
      if (this.source || this.closed) return;
      const url = new URL(this.url, location.href);
      if (this.lastId) url.searchParams.set("after", this.lastId);
      this.source = new EventSource(url);
      this.source.onopen = (event) => { this.readyState = EventSource.OPEN; this.retry = FIRST_RETRY_MILLIS; this.heard(); this.onopen?.(event); };
      this.source.onerror = () => this.again();
      for (const type of this.types.keys()) this.source.addEventListener(type, this);
      this.source.addEventListener("beat", this);
      this.heard();
    }
    handleEvent(event) {
      this.heard();
      if (event.lastEventId) this.lastId = event.lastEventId;
      for (const listener of this.types.get(event.type) ?? []) listener(event);
    }
    heard() {
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => this.again(), QUIET_LIMIT_MILLIS);
      if (this.readyState === EventSource.OPEN) pill(true);
    }
    again() {
      this.pause();
      pill(false);
      if (this.closed || document.hidden) return;
      this.later = setTimeout(() => this.connect(), this.retry);
      this.retry = Math.min(this.retry * 2, LAST_RETRY_MILLIS);
    }
    pause() {
      clearTimeout(this.quiet);
      clearTimeout(this.later);
      this.source?.close();
      this.source = undefined;
      this.readyState = EventSource.CONNECTING;
    }
    close() {
      this.closed = true;
      this.pause();
      document.removeEventListener("visibilitychange", this.watch);
    }
    addEventListener(type, listener) {
      if (!this.types.has(type)) { this.types.set(type, new Set()); this.source?.addEventListener(type, this); }
      this.types.get(type).add(listener);
    }
    removeEventListener(type, listener) {
      this.types.get(type)?.delete(listener);
    }
  }

  // What is asked for anew says so until it is there.
  document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target?.dataset.busy !== undefined && detail.target.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterRequest", ({ detail }) => detail.target?.removeAttribute("aria-busy"));

  let live;
  const pill = (on) => {
    const mark = document.getElementById("live");
    if (!mark || live === on) return;
    live = on;
    mark.hidden = false;
    mark.classList.toggle("off", !on);
    const clock = new Intl.DateTimeFormat(root.lang === "fr" ? "fr-FR" : "en-GB", { hour: "2-digit", minute: "2-digit", timeZone: mark.dataset.zone });
    mark.lastElementChild.textContent = on ? mark.dataset.on : mark.dataset.off.replace("{time}", clock.format(new Date()));
  };

  // Nothing moves under the reader: new lines wait until they are asked for.
  const SAY_EVERY_MILLIS = 10000;
  let said = 0;
  const waiting = () => {
    const hold = document.getElementById("news-lines");
    const button = document.getElementById("news");
    if (!hold || !button) return;
    const count = hold.children.length;
    button.parentElement.hidden = count === 0;
    const text = (count === 1 ? button.dataset.one : button.dataset.other).replace("#", String(count));
    button.textContent = text;
    if (count > 0 && Date.now() - said > SAY_EVERY_MILLIS) { said = Date.now(); say(text); }
  };
  document.addEventListener("htmx:sseMessage", (event) => {
    waiting();
    if (event.target.dataset.tint === undefined) return;
    event.target.classList.remove("changed");
    requestAnimationFrame(() => event.target.classList.add("changed"));
  });

  // An open page changes what differs, but nothing that somebody is using. Parts of the overview keep open what is open, and
  // wait while the focus is on one of their links.
  const keeps = (part) => part.dataset.keeps !== undefined;
  const held = new Map();
  const inUse = (part) =>
    (part.contains(document.activeElement) && !(keeps(part) && document.activeElement.matches("summary"))) ||
    (!keeps(part) && part.querySelector("details[open]:not([data-standing])") !== null) ||
    [...part.querySelectorAll("input:not([type=hidden]), textarea")].some((field) => field.value !== field.defaultValue);
  const bare = (part) => {
    const copy = part.cloneNode(true);
    copy.classList.remove("changed");
    if (copy.className === "") copy.removeAttribute("class");
    // What somebody has opened is no more something new than the key of its own that each making of a form has.
    copy.querySelectorAll("details").forEach((opened) => opened.removeAttribute("open"));
    copy.querySelectorAll("input[name=once]").forEach((key) => key.removeAttribute("value"));
    return copy;
  };
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const fresh = fragment.firstElementChild;
    const moved = document.getElementById("moved");
    held.delete(target.id);
    if (bare(target).isEqualNode(bare(fresh))) {
      event.detail.shouldSwap = false;
    } else if (inUse(target)) {
      event.detail.shouldSwap = false;
      if (keeps(target)) held.set(target.id, fresh.cloneNode(true));
      if (!moved) return;
      moved.hidden = false;
      say(moved.textContent.trim());
    } else if (keeps(target)) {
      const before = [...target.querySelectorAll("details")];
      fresh.querySelectorAll("details").forEach((part, place) => part.toggleAttribute("open", before[place]?.open === true));
      event.detail.summary = [...target.querySelectorAll("summary")].indexOf(document.activeElement);
    }
  });
  // The tint is put on once htmx has settled: until then it gives what it swapped the attributes that this had before.
  const tinted = new Set();
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (!event.detail.shouldSwap || event.target.id !== event.detail.target.id) return;
    if (event.target.dataset?.tint !== undefined) tinted.add(event.target);
    if (event.detail.summary >= 0) event.target.querySelectorAll("summary")[event.detail.summary]?.focus({ preventScroll: true });
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (tinted.delete(event.target)) event.target.classList.add("changed");
  });
  document.addEventListener("focusout", (event) => {
    const part = event.target.closest?.("[data-keeps]");
    const fresh = part && !part.contains(event.relatedTarget) && held.get(part.id);
    if (!fresh) return;
    fresh.setAttribute("hx-swap-oob", "true");
    setTimeout(() => window.htmx.swap(document.body, fresh.outerHTML, { swapStyle: "none" }));
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const link = document.getElementById("arrivals");
    if (!link) return;
    const rows = [...event.detail.serverResponse.matchAll(/<(?:tr|li) id="([cp]-[0-9a-f-]+)"/g)].map(([, id]) => id);
    const count = rows.filter((id) => !document.getElementById(id)).length;
    link.parentElement.hidden = count === 0;
    link.textContent = (count === 1 ? link.dataset.one : link.dataset.other).replace("#", String(count));
    if (count > 0) say(link.textContent);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button#news");
    if (!button) return;
    const hold = document.getElementById("news-lines");
    const list = document.getElementById("feed-lines");
    const first = hold.firstElementChild;
    list.prepend(...hold.children);
    waiting();
    if (first) { first.tabIndex = -1; first.focus(); }
  });

  // A hash is too long to be typed.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    say("");
    say(button.dataset.copied);
    button.classList.add("done");
  });

  // A file that is chosen is sent at once: nobody forgets the button beside it.
  document.addEventListener("change", ({ target }) => {
    if (target.type === "file" && target.dataset.sends && target.files.length > 0) document.getElementById(target.dataset.sends).click();
  });

  // A file that is only to be recognised stays where it is: its hash is asked for by an address.
  const recognise = async (form, file) => {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    location.assign(form.action + "?" + form.dataset.hashed + "=" + hex);
  };
  const recognises = (element) => (window.crypto?.subtle ? element.closest?.("form[data-hashed]") : null);
  document.addEventListener("submit", (event) => {
    const form = recognises(event.target);
    const file = form?.querySelector("input[type=file]").files[0];
    if (!file) return;
    event.preventDefault();
    recognise(form, file);
  });
  document.addEventListener("dragover", (event) => {
    if (recognises(event.target)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const form = recognises(event.target);
    if (!form) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) recognise(form, file);
  });

  // What was done is told for a while, and for as long as somebody is at it.
  const TOLD_MILLIS = 10000;
  const leave = (toast) => setTimeout(() => (toast.matches(":hover, :focus-within") ? leave(toast) : toast.remove()), TOLD_MILLIS);

  // What is saved at once is told as if its page had come anew; what could not be saved is sent as the form that it is, and answered so.
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    const toast = target.id === "undo" && target.querySelector(".toast");
    if (!toast) return;
    say(toast.firstElementChild.nextSibling.textContent.trim());
    leave(toast);
  });
  document.addEventListener("htmx:responseError", ({ target }) => target.matches("form[data-at-once]") && target.requestSubmit());

  // The zone of this browser can be chosen too.
  const ownZone = () => {
    const choice = document.getElementById("look-zone");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!choice || !zone?.includes("/") || [...choice.options].some((option) => option.value === zone)) return;
    choice.add(new Option(choice.dataset.browser.replace("{zone}", zone.split("/").pop().replaceAll("_", " ")), zone));
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (window.htmx) window.htmx.createEventSource = (url) => new VisibleSource(url);
    document.getElementById("errors")?.focus();
    document.querySelector("form[data-kept]")?.requestSubmit();
    ownZone();
    document.querySelectorAll(".toast").forEach(leave);
  });
})();
