/** The ways in which script sends a text to another site without asking it first; each names itself in the query. */
const WAYS = `
  const post = (way, init) => fetch(target + "?" + name + "-" + way, { method: "POST", body: report, ...init }).catch(() => {});
  post("no-cors", { mode: "no-cors" });
  post("no-cors-no-referrer", { mode: "no-cors", referrerPolicy: "no-referrer", credentials: "omit" });
  post("cors", {});
  post("cors-no-referrer", { referrerPolicy: "no-referrer" });
  post("keepalive", { mode: "no-cors", keepalive: true });
  if (typeof document !== "undefined") {
    navigator.sendBeacon(target + "?" + name + "-beacon", report);
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", enctype: "text/plain", action: target + "?" + name + "-form", target: "answer-" + name });
    form.append(Object.assign(document.createElement("input"), { name: report, value: "" }));
    const answer = Object.assign(document.createElement("iframe"), { name: "answer-" + name });
    document.body.append(answer, form);
    form.submit();
  }`;

const IN_WORKERS = ["no-cors", "no-cors-no-referrer", "cors", "cors-no-referrer", "keepalive"];
const IN_DOCUMENTS = [...IN_WORKERS, "beacon", "form"];

const DOCUMENTS = ["page", "no-referrer", "sandboxed-page", "sandbox", "data", "blob"];
const WORKERS = ["blob-worker", "data-worker", "service-worker"];

/** All that such a page does, by name. */
export const ALL_WAYS = [
  ...DOCUMENTS.flatMap((sender) => IN_DOCUMENTS.map((way) => `${sender}-${way}`)),
  ...WORKERS.flatMap((sender) => IN_WORKERS.map((way) => `${sender}-${way}`)),
];

/** Script that sends reports in all ways from where it runs. */
export function senderScript(name: string, target: string, report: string): string {
  const [named, at, text] = [name, target, report].map((value) => JSON.stringify(value));
  return `{ const name = ${named}, target = ${at}, report = ${text}; ${WAYS} }`;
}

type Answer = { type: string; body: string; headers?: { [name: string]: string } };

/** What the site of such a page answers to each path. Its page at `/` does everything: the rest is loaded by it. */
export function reportingSite(target: string, report: string): (path: string) => Answer {
  const script = (name: string) => senderScript(name, target, report);
  const page = (body: string) => `<!doctype html><body><script>${body}</script></body>`;
  const html = (body: string, headers = {}): Answer => ({ type: "text/html", body: page(body), headers });
  const encoded = (text: string) => Buffer.from(text).toString("base64");
  const all = `${script("page")}
    const frame = (more) => document.body.append(Object.assign(document.createElement("iframe"), more));
    const text = (encoded) => atob(encoded);
    const sandboxed = document.createElement("iframe");
    sandboxed.setAttribute("sandbox", "allow-scripts allow-forms");
    sandboxed.srcdoc = text("${encoded(page(script("sandbox")))}");
    document.body.append(sandboxed);
    frame({ src: "data:text/html;base64,${encoded(page(script("data")))}" });
    frame({ src: URL.createObjectURL(new Blob([text("${encoded(page(script("blob")))}")], { type: "text/html" })) });
    frame({ src: "/no-referrer" });
    frame({ src: "/sandboxed-page" });
    new Worker(URL.createObjectURL(new Blob([text("${encoded(script("blob-worker"))}")])));
    new Worker("data:text/javascript;base64,${encoded(script("data-worker"))}");
    navigator.serviceWorker.register("/service-worker.js");`;
  return (path) => {
    if (path === "/no-referrer") return html(script("no-referrer"), { "referrer-policy": "no-referrer" });
    if (path === "/sandboxed-page") {
      const policy = { "content-security-policy": "sandbox allow-scripts allow-forms", "referrer-policy": "no-referrer" };
      return html(script("sandboxed-page"), policy);
    }
    if (path === "/service-worker.js") return { type: "text/javascript", body: script("service-worker") };
    return html(path === "/" ? all : "");
  };
}
