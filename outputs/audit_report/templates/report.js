"use strict";
// The report's script: choosing and sorting, keys, verdicts. Without it all is still there to read.
(() => {
  const body = document.body;
  const root = body.dataset.root;
  const served = "served" in body.dataset;
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const byId = (id) => document.getElementById(id);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => values[number]);
  const COLUMNS = ["finding_id", "verdict", "reason", "figures", "judged", "rule", "document", "subject"];

  // ---- Verdicts: with the program that serves the report, else in this browser until they are saved as a file.

  const KEY = `plankoll.verdicts.${body.dataset.report}`;
  let verdicts = {};

  function fromBrowser() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch {
      return {};
    }
  }

  async function loadVerdicts() {
    if (served) {
      try {
        const answer = await fetch(`${root}verdicts`);
        if (answer.ok) verdicts = await answer.json();
      } catch {
        say(texts.failed);
      }
    } else {
      verdicts = fromBrowser();
    }
    showVerdicts();
  }

  async function keep(row) {
    if (served) {
      const answer = await fetch(`${root}verdicts`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ finding_id: row.finding_id, verdict: row.verdict, reason: row.reason }),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      verdicts[row.finding_id] = row;
    } else {
      verdicts = { ...fromBrowser(), [row.finding_id]: row };
      localStorage.setItem(KEY, JSON.stringify(verdicts));
    }
  }

  async function judge(finding, verdict, reason) {
    const { status, ...about } = finding;
    const judged = new Date().toISOString().slice(0, 10);
    try {
      await keep({ ...about, verdict, reason, judged });
      say(`${texts.saved}: ${texts[verdict]}`);
    } catch {
      say(served ? texts.failed : texts.unkept);
    }
    showVerdicts();
  }

  function say(words) {
    const line = byId("answer") || byId("shown");
    if (line) line.textContent = words;
  }

  function showVerdicts() {
    for (const badge of document.querySelectorAll("[data-status-of]")) {
      const status = verdicts[badge.dataset.statusOf]?.verdict;
      if (status === undefined) continue;
      badge.dataset.status = status;
      badge.textContent = texts[status];
      const row = badge.closest("tr");
      if (row) row.dataset.v = status;
    }
    const count = served ? 0 : Object.keys(verdicts).length;
    byId("kept").hidden = count === 0;
    byId("kept-count").textContent = count ? `${count} ${count === 1 ? texts.kept1 : texts.kept}` : "";
    showOwn();
  }

  /** What the report itself says already need not be saved once more. */
  function forget(rows) {
    if (served) return;
    const kept = Object.entries(fromBrowser()).filter(([id, row]) => rows.get(id) !== row.verdict);
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // Nothing can be kept here: then nothing is there to forget.
    }
  }

  function download() {
    const quoted = (value) => (/[;"\n\r]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
    const lines = Object.values(verdicts).map((row) => COLUMNS.map((name) => quoted(row[name] || "")).join(";"));
    const text = `\ufeff${[COLUMNS.join(";"), ...lines].join("\n")}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = "plankoll-omdomen.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }
  byId("download").addEventListener("click", download);

  // ---- Dialogs

  const help = byId("help");
  const why = byId("why");
  byId("help-button").addEventListener("click", () => help.showModal());
  let whenSaid = () => {};
  function askWhy(finding) {
    byId("why-text").value = verdicts[finding.finding_id]?.reason || "";
    whenSaid = (reason) => judge(finding, "dismissed", reason);
    why.showModal();
    byId("why-text").focus();
  }
  byId("why-done").addEventListener("click", () => {
    const reason = byId("why-text").value.trim();
    if (!reason) return byId("why-text").focus();
    why.close();
    whenSaid(reason);
  });
  byId("why-not").addEventListener("click", () => why.close());

  // ---- The list: chosen, searched and sorted; what is chosen stands in the address.

  const list = byId("list");
  const choose = byId("choose");
  const rows = list ? [...list.tBodies[0].rows] : [];
  /** Numbers are sought however their thousands are set apart. */
  const joined = (text) => text.replace(/(?<!\d)\d{1,3}(?:\s\d{3})+(?!\d)/g, (number) => number.replace(/\s/g, ""));
  const said = (row) => [...row.cells].map((cell) => cell.textContent).join(" · ");
  const words = new Map(rows.map((row) => [row, joined(`${said(row)} ${row.dataset.r || ""}`.toLowerCase())]));
  const LIST = `${KEY}.list`;
  let shown = rows;
  let sorted = { column: null, descending: false };

  function asked() {
    const wanted = Object.fromEntries(new FormData(choose));
    wanted.q = wanted.q.trim().toLowerCase();
    return wanted;
  }

  function answers(row, wanted, terms) {
    const { s, v, r, i } = row.dataset;
    if (wanted.severity && s !== wanted.severity) return false;
    if (wanted.status && (wanted.status[0] === "-" ? v === wanted.status.slice(1) : v !== wanted.status)) return false;
    if (wanted.rule && r !== wanted.rule) return false;
    if (wanted.issuer && i !== wanted.issuer) return false;
    return terms.every((term) => words.get(row).includes(term));
  }

  function applyChoice() {
    const wanted = asked();
    const terms = joined(wanted.q).split(/\s+/).filter(Boolean);
    shown = [];
    for (const row of list.tBodies[0].rows) {
      row.hidden = !answers(row, wanted, terms);
      if (!row.hidden) shown.push(row);
    }
    const { said, none } = byId("shown").dataset;
    byId("shown").textContent = shown.length ? fill(said, shown.length, rows.length) : none;
    remember(wanted);
  }

  function remember(wanted) {
    const parameters = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    if (sorted.column !== null) parameters.set("sort", (sorted.descending ? "-" : "") + sorted.column);
    history.replaceState(null, "", `#${parameters}`);
    if (rows[0]?.id) {
      try {
        sessionStorage.setItem(LIST, JSON.stringify({ ids: shown.map((row) => row.id), hash: location.hash }));
      } catch {
        // The way through the findings is then that of the whole list.
      }
    }
  }

  function valueIn(row, column) {
    const text = row.cells[column].textContent.trim();
    const number = Number(text.replace(/[\s\u00a0]/g, "").replace(",", ".").replace("\u2212", "-"));
    return text === "" ? null : Number.isNaN(number) ? text : Math.abs(number);
  }

  const GRADES = ["error", "warning", "note"];
  function sortBy(column, descending) {
    sorted = { column, descending };
    const keyOf = (row) => (column === 1 && row.dataset.s ? GRADES.indexOf(row.dataset.s) : valueIn(row, column));
    const keys = new Map(rows.map((row) => [row, keyOf(row)]));
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const ordered = [...rows].sort((a, b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      if (x === null || y === null) return (x === null) - (y === null);
      const way = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
      return descending ? -way : way;
    });
    list.tBodies[0].append(...ordered);
    for (const button of list.querySelectorAll(".sort")) {
      const head = button.closest("th");
      if (Number(button.dataset.column) === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  function fromAddress() {
    const parameters = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of parameters) {
      const field = choose.elements.namedItem(name);
      if (field) field.value = value;
    }
    const sort = parameters.get("sort");
    if (sort && /^-?\d$/.test(sort)) sortBy(Math.abs(Number(sort)), sort[0] === "-");
    applyChoice();
  }

  if (list) {
    let waiting = 0;
    choose.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(applyChoice, 60);
    });
    choose.addEventListener("submit", (event) => event.preventDefault());
    choose.addEventListener("reset", () => setTimeout(applyChoice));
    window.addEventListener("hashchange", fromAddress);
    for (const button of list.querySelectorAll(".sort")) {
      button.addEventListener("click", () => {
        const column = Number(button.dataset.column);
        const numeric = button.closest("th").classList.contains("n");
        sortBy(column, sorted.column === column ? !sorted.descending : numeric);
        applyChoice();
      });
    }
    fromAddress();
  }

  let at = null;
  function moveTo(row) {
    if (!row) return;
    at?.classList.remove("at");
    at = row;
    at.classList.add("at");
    at.querySelector("a").focus({ preventScroll: true });
    at.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    if (!shown.length) return;
    const focused = shown.indexOf(document.activeElement?.closest?.("tr"));
    const now = focused >= 0 ? focused : shown.indexOf(at);
    moveTo(shown[Math.min(Math.max(now < 0 ? 0 : now + by, 0), shown.length - 1)]);
  }

  function rowsFinding(row) {
    const { r: rule, d: document_, f: figures, v: status } = row.dataset;
    return { finding_id: row.id, rule, document: document_, subject: row.querySelector("a").textContent, figures, status };
  }

  // ---- One finding: its verdict, the way on, and the numbers tied to their marks.

  const article = byId("finding");
  const own = article ? JSON.parse(article.dataset.finding) : null;

  function showOwn() {
    if (!own) return;
    const verdict = verdicts[own.finding_id];
    const status = verdict?.verdict || own.status;
    for (const button of document.querySelectorAll("[data-verdict]")) {
      button.setAttribute("aria-pressed", String(button.dataset.verdict === status));
    }
    if (verdict && document.activeElement !== byId("reason")) byId("reason").value = verdict.reason || "";
  }

  function judgeOwn(verdict) {
    const reason = byId("reason").value.trim();
    if (verdict === "dismissed" && !reason) {
      byId("answer").textContent = texts.reason;
      byId("reason").focus();
      return;
    }
    judge(own, verdict, reason);
  }

  /** The way from finding to finding is that of the list as it was last chosen and sorted. */
  function followList() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(LIST));
    } catch {
      return;
    }
    const place = kept?.ids ? kept.ids.indexOf(own.finding_id) : -1;
    if (place < 0) return;
    byId("up").href = `../findings.html${kept.hash}`;
    byId("at").textContent = fill(texts.of, place + 1, kept.ids.length);
    for (const [id, other] of [["before", kept.ids[place - 1]], ["after", kept.ids[place + 1]]]) {
      const link = byId(id);
      link.hidden = other === undefined;
      if (other === undefined) link.removeAttribute("href");
      else link.href = `${encodeURIComponent(other)}.html`;
    }
  }

  if (own) {
    for (const button of document.querySelectorAll("[data-verdict]")) {
      button.addEventListener("click", () => judgeOwn(button.dataset.verdict));
    }
    followList();
    for (const row of document.querySelectorAll("[data-mark]")) {
      const mark = byId(`mark-${row.dataset.mark}`);
      if (!mark) continue;
      const light = (on) => () => [row, mark].forEach((each) => each.classList.toggle("lit", on));
      for (const each of [row, mark]) {
        each.addEventListener("mouseenter", light(true));
        each.addEventListener("mouseleave", light(false));
      }
      row.addEventListener("focusin", light(true));
      row.addEventListener("focusout", light(false));
    }
  }

  // ---- Keys: none where somebody writes, none together with another key.

  const VERDICTS = { c: "confirmed", d: "dismissed", o: "open" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const writing = event.target.closest("input,textarea,select");
    if (writing) {
      if (event.key === "Escape") writing.blur();
      return;
    }
    const verdict = VERDICTS[event.key];
    const row = document.activeElement?.closest?.("#list tbody tr") || at;
    if (event.key === "?") help.showModal();
    else if (event.key === "/" && byId("q")) byId("q").focus();
    else if (event.key === "u" && byId("up")) byId("up").click();
    else if (own && event.key === "j") byId("after").click();
    else if (own && event.key === "k") byId("before").click();
    else if (own && verdict) judgeOwn(verdict);
    else if (list && event.key === "j") step(1);
    else if (list && event.key === "k") step(-1);
    else if (row?.dataset.s && verdict === "dismissed") askWhy(rowsFinding(row));
    else if (row?.dataset.s && verdict) judge(rowsFinding(row), verdict, "");
    else return;
    event.preventDefault();
  });

  if (rows[0]?.dataset.s) forget(new Map(rows.map((row) => [row.id, row.dataset.v])));
  loadVerdicts();
})();
