// Fetches a page of ours and puts one of its elements in the place of ours. The document comes
// parsed from the browser itself, so no text of ours ever becomes markup here (Trusted Types).

/** Put in its place; not in the answer any more; or there was no answer. */
export type Swapped = "swapped" | "gone" | "unanswered";

export function swap(url: string, id: string): Promise<Swapped> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onload = () => {
      const page = request.status < 300 ? request.responseXML : null;
      const fresh = page?.getElementById(id);
      const old = document.getElementById(id);
      if (fresh && old) {
        old.replaceWith(document.adoptNode(fresh));
      }
      done(fresh && old ? "swapped" : page ? "gone" : "unanswered");
    };
    request.onerror = request.onabort = () => done("unanswered");
    request.send();
  });
}
