// Passkeys: asks the server what to ask, lets the browser ask the person, and sends the answer with
// the form. Where there are no passkeys the form stays hidden and the other ways stand alone.

type Json = { [key: string]: unknown };

function bytes(text: unknown): ArrayBuffer {
  const plain = atob(String(text).replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function withIds(list: unknown): Json[] {
  return ((list ?? []) as Json[]).map((one) => ({ ...one, id: bytes(one.id) }));
}

async function options(form: HTMLFormElement): Promise<Json> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const answer = await fetch(form.dataset.options ?? "", { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Json;
}

async function create(asked: Json): Promise<Json> {
  const user = asked.user as Json;
  const made = (await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: withIds(asked.excludeCredentials),
    } as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return answer(made, {
    attestationObject: text(response.attestationObject),
    clientDataJSON: text(response.clientDataJSON),
    transports: response.getTransports?.() ?? [],
  });
}

async function get(asked: Json): Promise<Json> {
  const found = (await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      allowCredentials: withIds(asked.allowCredentials),
    } as unknown as PublicKeyCredentialRequestOptions,
  })) as PublicKeyCredential;
  const response = found.response as AuthenticatorAssertionResponse;
  return answer(found, {
    authenticatorData: text(response.authenticatorData),
    clientDataJSON: text(response.clientDataJSON),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : undefined,
  });
}

function answer(credential: PublicKeyCredential, response: Json): Json {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

async function ask(form: HTMLFormElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[role=alert]");
  if (failed) failed.hidden = true;
  try {
    const asked = await options(form);
    const given = form.dataset.passkey === "create" ? await create(asked) : await get(asked);
    const field = form.elements.namedItem("credential") as HTMLInputElement;
    field.value = JSON.stringify(given);
    form.submit();
  } catch {
    if (failed) failed.hidden = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void ask(form);
    });
  }
}
