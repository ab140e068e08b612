// Fetches a page of ours and puts one of its elements in the place of ours. The document comes
// parsed from the browser itself, so no text of ours ever becomes markup here (Trusted Types).

/** Whether the element was found in the answer and put in place. */
export function swap(url: string, id: string): Promise<boolean> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onload = () => {
      const fresh = request.status < 300 ? request.responseXML?.getElementById(id) : null;
      const old = document.getElementById(id);
      if (fresh && old) {
        old.replaceWith(document.adoptNode(fresh));
      }
      done(Boolean(fresh && old));
    };
    request.onerror = request.onabort = () => done(false);
    request.send();
  });
}
