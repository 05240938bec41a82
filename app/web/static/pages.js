// Makes the pages quicker and safer where scripts run; every page works without this file.
"use strict";
(() => {
  const EXIT_WITHIN = 5000;
  const STALLED_AFTER = 1500;

  // Leaving: cover and empty the page in the same moment, then end the session; if the network stalls, go at once.
  const leave = (link) => {
    const cover = document.createElement("div");
    cover.className = "dw-cover";
    document.body.replaceChildren(cover);
    document.title = "";
    window.location.replace("/exit");
    window.setTimeout(() => window.location.replace(link), STALLED_AFTER);
  };
  const exitLink = () => document.querySelector("[data-exit]");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-exit]");
    if (link) {
      event.preventDefault();
      leave(link.dataset.exit);
    }
  });

  // Shift three times within five seconds, unless Shift was held for a capital letter.
  let presses = [];
  let held = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      held = !event.repeat;
    } else {
      held = false;
      presses = [];
    }
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !held) return;
    const now = Date.now();
    presses = [...presses.filter((at) => now - at < EXIT_WITHIN), now];
    if (presses.length >= 3 && exitLink()) leave(exitLink().dataset.exit);
  });

  // A page brought back by Back is asked for again; a page in a tab behind another shows nothing.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  document.addEventListener("visibilitychange", () => {
    document.documentElement.classList.toggle("dw-hidden", document.hidden);
  });

  // Saving without a new entry in the history: send the form, then put the next page in the place of this one.
  const inDraft = () => window.location.pathname.startsWith("/d/");
  let sending = false;
  const notSaved = (form) => {
    document.querySelector(".dw-not-saved")?.remove();
    const words = document.createElement("p");
    words.className = "dw-not-saved";
    words.setAttribute("role", "alert");
    words.textContent = "This was not saved: the connection failed. Your words are still here. Try again.";
    form.before(words);
    words.scrollIntoView();
  };
  const show = (page) => {
    document.body.replaceWith(document.adoptNode(page.body));
    window.scrollTo(0, 0);
    ready(true);
  };
  const send = (form, button) => {
    const said = new URLSearchParams(new FormData(form));
    if (button?.name) said.append(button.name, button.value);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.setRequestHeader("X-Step", "1");
    request.timeout = 60000;
    request.onload = () => {
      sending = false;
      const next = request.getResponseHeader("X-Go");
      if (request.status === 204 && next) goTo(next);
      else if (request.response?.body) show(request.response);
      else notSaved(form);
    };
    request.onerror = request.ontimeout = () => {
      sending = false;
      notSaved(form);
    };
    sending = true;
    request.send(said);
  };
  const goTo = (address) => {
    const next = new URL(address, window.location.href);
    const here = window.location;
    if (next.pathname + next.search === here.pathname + here.search) {
      if (next.hash) window.history.replaceState(null, "", next.href);
      here.reload();
    } else {
      here.replace(next.href);
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (sending) {
      event.preventDefault();
    } else if (inDraft() && !("plain" in form.dataset)) {
      event.preventDefault();
      send(form, event.submitter);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || !inDraft() || link.origin !== window.location.origin) return;
    if (link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    window.location.replace(link.href);
  });

  // Leading to a box from the error summary puts the cursor into it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".govuk-error-summary a[href^='#']");
    const box = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!box) return;
    event.preventDefault();
    box.scrollIntoView({ block: "center" });
    box.focus({ preventScroll: true });
  });

  // “None of these” stands alone.
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.type !== "checkbox" || !box.checked || !box.closest(".govuk-checkboxes")) return;
    for (const other of box.closest(".govuk-checkboxes").querySelectorAll("input")) {
      if (other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
    }
  });

  // Running sums of a table; what is saved is added up by the server.
  const number = (text) => {
    const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim());
    if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
    const plain = Number(text.replaceAll(/[$,\s]/g, ""));
    return Number.isFinite(plain) ? plain : 0;
  };
  const addUp = (key) => {
    const total = document.querySelector(`[data-total="${key}"]`);
    if (!total) return;
    const boxes = [...document.querySelectorAll(`[data-sum="${key}"]`)].filter((box) => box.closest("table"));
    const sum = boxes.reduce((all, box) => all + number(box.value), 0);
    const sign = total.value.startsWith("$") ? "$" : "";
    total.value = sign + sum.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  };
  document.addEventListener("input", (event) => {
    const box = event.target;
    if (box.dataset.sum) addUp(box.dataset.sum);
    if (box.dataset.limit) countLeft(box);
  });

  // Typing is being there: the session does not end for idleness under a long answer.
  const PRESENT_EVERY = 4 * 60 * 1000;
  let seen = Date.now();
  document.addEventListener("input", () => {
    if (Date.now() - seen < PRESENT_EVERY) return;
    seen = Date.now();
    const request = new XMLHttpRequest();
    request.open("GET", "/leaving");
    request.send();
  });

  // How much room a long answer has left.
  const countLeft = (box) => {
    const left = Number(box.dataset.limit) - box.value.length;
    let line = box.parentElement.querySelector(".dw-count-left");
    if (!line) {
      line = document.createElement("p");
      line.className = "dw-count-left";
      line.setAttribute("role", "status");
      box.after(line);
    }
    const near = left < Number(box.dataset.limit) / 10;
    line.textContent = left < 0 ? `${-left} characters too many` : near ? `${left} characters left` : "";
  };

  const heading = () => {
    const found = document.querySelector("h1");
    found?.setAttribute("tabindex", "-1");
    return found;
  };
  const ready = (swapped) => {
    const errors = document.getElementById("errors");
    if (errors) errors.focus();
    else if (swapped) heading()?.focus();
    document.querySelectorAll("[data-limit]").forEach(countLeft);
    for (const words of document.querySelectorAll(".dw-scripted")) words.hidden = false;
  };
  ready(false);
})();
