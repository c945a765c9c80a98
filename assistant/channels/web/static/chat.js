// The chat page: sends a question, shows the reply as it streams, opens the letter beside it.
"use strict";
const log = document.getElementById("log");
const form = document.getElementById("ask");
const words = document.getElementById("words");
const chips = document.getElementById("chips");
const source = document.getElementById("source");
const letter = document.getElementById("letter");
const place = document.getElementById("place");
const token = document.querySelector("meta[name=token]").content;
let hits = [];
let at = 0;
let opener = null;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(text, whose) {
  const article = element("article", "said " + whose);
  article.append(element("p", "", text));
  log.append(article);
  log.scrollTop = log.scrollHeight;
  return article;
}

function choices(list) {
  chips.replaceChildren(...list.map((choice) => {
    const button = element("button", "chip", choice.label);
    button.type = "button";
    button.dataset.says = choice.says;
    return button;
  }));
}

function show(article, reply) {
  article.replaceChildren();
  const rest = reply.text.startsWith(reply.headline) ? reply.text.slice(reply.headline.length) : reply.text;
  if (rest !== reply.text && reply.headline) article.append(element("p", "headline", reply.headline));
  const body = rest.replace(/^[\s。]+/, "");
  if (body) article.append(element("p", "", body));
  reply.citations.forEach((citation, n) => {
    const button = element("button", "", "看原文 " + citation.section + " · " + citation.code);
    button.type = "button";
    button.addEventListener("click", () => { opener = button; open(reply.citations, n); });
    article.append(button);
  });
  for (const file of reply.files) {
    if (file.media === "image/png") {
      const image = element("img");
      image.src = file.address;
      image.alt = file.caption || file.name;
      article.append(image);
    } else {
      const link = element("a", "", "下载 " + file.name);
      link.href = file.address;
      link.download = file.name;
      article.append(link);
    }
  }
  if (reply.suggestions.length || !reply.unasked) choices(reply.suggestions);
  log.scrollTop = log.scrollHeight;
}

async function open(citations, n) {
  hits = citations;
  at = n;
  const hit = hits[at];
  const answer = await fetch(`/letters/${hit.letter_id}/text?start=${hit.start}&end=${hit.end}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  letter.replaceChildren(...page.body.childNodes);
  place.textContent = `第 ${at + 1} 处，共 ${hits.length} 处（${hit.section}）`;
  source.hidden = false;
  const mark = document.getElementById("quote");
  if (mark) mark.scrollIntoView({ block: "center" });
  if (opener) opener.scrollIntoView({ block: "nearest" }); // the talk has become narrower
  letter.focus({ preventScroll: true });
}

function events(text) {
  // "event: reply\ndata: {…}\n\n" -> [{name, data}]; the last, unfinished one stays in `rest`
  const parts = text.split("\n\n");
  const rest = parts.pop();
  const found = [];
  for (const part of parts) {
    const data = part.split("\n").filter((l) => l.startsWith("data: ")).map((l) => l.slice(6)).join("\n");
    const name = (part.match(/^event: (.*)$/m) || [])[1];
    if (data) found.push({ name, data: JSON.parse(data) });
  }
  return { found, rest };
}

function ask(text) {
  say(text, "ours");
  return send("/chat", JSON.stringify({ text }), { "Content-Type": "application/json" });
}

function hand(file) {
  say("发送文件 " + file.name, "ours");
  const form = new FormData();
  form.append("file", file);
  return send("/upload", form, {});
}

async function refusal(answer) {
  // a proxy's page is no word of ours
  try { return (await answer.json()).text + "。"; } catch { return "没有送到，请再试一次。"; }
}

async function read(answer, article, told) {
  // notes in `told` the answer's id as soon as it is known, and whether all of it came
  if (!answer.ok) throw new Error(await refusal(answer));
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const got = events(rest + value);
      rest = got.rest;
      for (const event of got.found) {
        if (event.name === "begun") told.id = event.data.id;
        if (event.name === "waiting") article.replaceChildren(element("p", "", event.data.text));
        if (event.name === "reply") { show(article, event.data); told.whole = true; }
      }
    }
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault; // broken on the way: what came counts
  }
}

async function send(path, body, headers) {
  const article = say("……", "theirs");
  log.setAttribute("aria-busy", "true");
  try {
    const told = { id: null, whole: false };
    await read(await fetch(path, { method: "POST", headers: { ...headers, "X-Dafutong": token }, body }), article, told);
    for (let pause = 500; !told.whole && told.id && pause <= 8000; pause *= 2) {
      await new Promise((wake) => setTimeout(wake, pause));
      try { await read(await fetch("/chat/" + told.id), article, told); } catch (fault) {
        if (!(fault instanceof TypeError)) throw fault; // still no connection
      }
    }
    if (!told.whole) throw new TypeError("the stream ended early");
  } catch (fault) {
    article.replaceChildren(element("p", "", fault instanceof TypeError ? "网络断开了，请再试一次。" : fault.message));
  } finally {
    log.removeAttribute("aria-busy");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text) return;
  words.value = "";
  ask(text);
});
const file = document.getElementById("file");
if (file) {
  document.getElementById("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files.length) hand(file.files[0]);
    file.value = "";
  });
}
words.addEventListener("keydown", (event) => {
  // an input method uses Enter to choose a character: isComposing, or 229 in older browsers
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});
chips.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) { ask(button.dataset.says); words.focus(); }
});
document.getElementById("previous").addEventListener("click", () => open(hits, (at - 1 + hits.length) % hits.length));
document.getElementById("next").addEventListener("click", () => open(hits, (at + 1) % hits.length));
letter.addEventListener("click", (event) => {
  const entry = event.target.closest(".outline a");
  if (entry) entry.closest("details").open = false; // it must not cover what it leads to
});
function shut() { source.hidden = true; (opener || words).focus(); }
document.getElementById("close").addEventListener("click", shut);
source.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });

// Reminders: a poll, because an open EventSource a tab would hold one of the few connections a
// browser grants a host and would be taken for a live one by every proxy on the way.
async function look() {
  try {
    const answer = await fetch("/notices");
    const notices = answer.ok ? await answer.json() : [];
    for (const notice of notices) show(say("", "theirs"), { ...notice, unasked: true });
    if (notices.length) await fetch("/notices/seen", { method: "POST", headers: { "X-Dafutong": token }, body: JSON.stringify({ ids: notices.map((notice) => notice.id) }) });
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault; // no connection: the next look tries again
  }
}
look();
setInterval(() => { if (!document.hidden) look(); }, 20000);

// The board's buttons lead here with a command to finish: "#say=%2Fprogress%202%20"
if (location.hash.startsWith("#say=")) {
  words.value = decodeURIComponent(location.hash.slice(5));
  history.replaceState(null, "", "/");
  words.focus();
}
