// Signs the text of an approval with the officer's own key. The file is read here and goes nowhere: its field has no name.
(() => {
  "use strict";
  const file = document.getElementById("key-file");
  const statement = document.getElementById("statement");
  const signature = document.getElementById("signature");
  const told = document.getElementById("key-told");
  if (!file || !statement || !signature || !window.crypto || !crypto.subtle) {
    return;
  }
  document.getElementById("key-group").hidden = false;

  const kinds = [
    ...["P-256", "P-384", "P-521"].map((curve) => ({ import: { name: "ECDSA", namedCurve: curve }, sign: { name: "ECDSA", hash: "SHA-256" } })),
    { import: { name: "RSA-PSS", hash: "SHA-256" }, sign: { name: "RSA-PSS", saltLength: 32 } },
  ];

  const pkcs8 = (pem) => {
    const found = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem);
    try {
      return found && Uint8Array.from(atob(found[1].replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
    } catch (e) {
      return null; // no base64 after all
    }
  };

  // As the gateway reads it: ASN.1 (RFC 3279), where the browser gives both numbers one after the other.
  const integer = (bytes) => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start++;
    const number = [...bytes.slice(start)];
    if (number[0] & 0x80) number.unshift(0);
    return [2, number.length, ...number];
  };
  const der = (raw) => {
    const both = [...integer(raw.slice(0, raw.length / 2)), ...integer(raw.slice(raw.length / 2))];
    return Uint8Array.from([0x30, ...(both.length < 128 ? [both.length] : [0x81, both.length]), ...both]);
  };

  const sign = async (key) => {
    const text = new TextEncoder().encode(statement.textContent);
    for (const kind of kinds) {
      try {
        const imported = await crypto.subtle.importKey("pkcs8", key, kind.import, false, ["sign"]);
        const signed = new Uint8Array(await crypto.subtle.sign(kind.sign, imported, text));
        return kind.sign.name === "ECDSA" ? der(signed) : signed;
      } catch (e) {
        // a key of another kind
      }
    }
    return null;
  };

  file.addEventListener("change", async () => {
    const key = file.files.length ? pkcs8(await file.files[0].text()) : null;
    const signed = key ? await sign(key) : null;
    signature.value = signed ? btoa(String.fromCharCode(...signed)) : "";
    told.textContent = signed ? told.dataset.done : told.dataset.failed;
  });
})();
