// Each peer verifies a whole chip: two signatures, chain, dates, hashes. `true`: accepted as authentic. What a peer
// cannot read it throws on, which counts as refused. Libraries are loaded by `load`, so that a cold start counts one of
// them.

import { contentInfo, groupsMatch, hashed, HASHES, hex, LDS_OBJECT, partsOf } from "./hashes.mjs";

/** Name, and `load()`: to a function that accepts or refuses a chip. */
export const PEERS = [
  { name: "PKI.js (WebCrypto)", load: loadPkijs },
  { name: "@peculiar/x509 (WebCrypto)", load: loadPeculiar },
  { name: "@noble/curves + @peculiar/asn1-cms", load: async () => byHand(await loadNoble()) },
  { name: "node-forge + @peculiar/asn1-cms", load: async () => byHand(await loadForge()) },
  { name: "jsrsasign", load: loadJsrsasign },
  { name: "WebCrypto + @peculiar/asn1-cms", load: async () => byHand(await loadWebCrypto()) },
  { name: "node:crypto + @peculiar/asn1-cms (native)", load: async () => byHand(await loadOpenssl()) },
];

async function byHand(verify) {
  const { byHand } = await import("./by-hand.mjs");
  return byHand({ verify });
}

/** PKI.js: CMS and chain of its own. */
async function loadPkijs() {
  const pkijs = await import("pkijs");
  pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto: globalThis.crypto }));
  return async ({ sod, groups, anchors, at }) => {
    const content = pkijs.ContentInfo.fromBER(contentInfo(sod));
    const signed = new pkijs.SignedData({ schema: content.content });
    if (signed.encapContentInfo.eContentType !== LDS_OBJECT) return false;
    const trustedCerts = anchors.map((der) => pkijs.Certificate.fromBER(der));
    const good = await signed.verify({ signer: 0, checkChain: true, trustedCerts, checkDate: new Date(at) });
    return good && groupsMatch(new Uint8Array(signed.encapContentInfo.eContent.getValue()), groups);
  };
}

/** @peculiar/x509: certificates; the signature of the SOD by hand, through WebCrypto. */
async function loadPeculiar() {
  await import("reflect-metadata");
  const { X509Certificate, cryptoProvider } = await import("@peculiar/x509");
  cryptoProvider.set(globalThis.crypto);
  const signature = await byHand(await loadWebCrypto());
  return async (chip) => {
    const certificate = new X509Certificate(partsOf(chip.sod).certificate);
    let chained = false;
    for (const der of chip.anchors) {
      const anchor = new X509Certificate(der);
      chained ||=
        certificate.issuer === anchor.subject &&
        (await certificate.verify({ publicKey: anchor, date: new Date(chip.at) }));
    }
    return chained && signature(chip);
  };
}

/** @noble/curves: named curves, those it exports; no RSA. */
export async function loadNoble() {
  const [nist, misc, { fromBER }] = await Promise.all([
    import("@noble/curves/nist.js"),
    import("@noble/curves/misc.js"),
    import("asn1js"),
  ]);
  const curves = {
    "1.2.840.10045.3.1.7": nist.p256,
    "1.3.132.0.34": nist.p384,
    "1.3.132.0.35": nist.p521,
    "1.3.36.3.3.2.8.1.1.7": misc.brainpoolP256r1,
    "1.3.36.3.3.2.8.1.1.11": misc.brainpoolP384r1,
    "1.3.36.3.3.2.8.1.1.13": misc.brainpoolP512r1,
  };
  const options = { prehash: false, format: "der", lowS: false };
  const keyOf = (spki) => {
    const [
      {
        valueBlock: {
          value: [, parameters],
        },
      },
      key,
    ] = fromBER(spki).result.valueBlock.value;
    return { curve: curves[parameters.valueBlock.toString()], key: new Uint8Array(key.valueBlock.valueHexView) };
  };
  const verify = (spki, _algorithm, hash, data, signature) => {
    const { curve, key } = keyOf(spki);
    if (!curve) throw new Error("no such curve");
    return curve.verify(signature, hashed(hash, data), key, options);
  };
  /** The bare verification, for the benchmark of curves; nothing for a curve that noble has not. */
  verify.prepared = (spki, hash, data, signature) => {
    const [{ curve, key }, digest] = [keyOf(spki), hashed(hash, data)];
    return curve && (() => curve.verify(signature, digest, key, options));
  };
  return verify;
}

/** node-forge: RSA only; its PKCS#7 takes no other content than data. */
async function loadForge() {
  const [{ default: forge }, pssOf] = await Promise.all([import("node-forge"), loadPss()]);
  return (spki, algorithm, hash, data, signature) => {
    const binary = (bytes) => Buffer.from(bytes).toString("binary");
    const key = forge.pki.publicKeyFromAsn1(forge.asn1.fromDer(binary(spki)));
    const pss = pssOf(algorithm);
    const digest = forge.md[pss?.hash ?? hash].create().update(binary(data));
    const scheme =
      pss &&
      forge.pss.create({
        md: forge.md[pss.hash].create(),
        mgf: forge.mgf.mgf1.create(forge.md[pss.mgf].create()),
        saltLength: pss.salt,
      });
    return key.verify(digest.digest().getBytes(), binary(signature), scheme);
  };
}

/** jsrsasign: CMS and certificates of its own. */
async function loadJsrsasign() {
  const {
    default: { KJUR, X509, zulutomsec },
  } = await import("jsrsasign");
  return ({ sod, groups, anchors, at }) => {
    if (!KJUR.asn1.cms.CMSUtil.verifySignedData({ cms: hex(contentInfo(sod)) }).isValid) return false;
    const parts = partsOf(sod);
    const certificate = new X509();
    certificate.readCertHex(hex(parts.certificate));
    const chained = anchors.some((der) => {
      const anchor = new X509();
      anchor.readCertHex(hex(der));
      return (
        anchor.getSubjectHex() === certificate.getIssuerHex() && certificate.verifySignature(anchor.getPublicKey())
      );
    });
    if (!chained || at < zulutomsec(certificate.getNotBefore()) || at > zulutomsec(certificate.getNotAfter()))
      return false;
    return groupsMatch(parts.eContent, groups);
  };
}

/** WebCrypto: three curves, RSA. */
async function loadWebCrypto() {
  const [{ fromBER }, pssOf] = await Promise.all([import("asn1js"), loadPss()]);
  const hashes = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };
  const curves = { "1.2.840.10045.3.1.7": ["P-256", 32], "1.3.132.0.34": ["P-384", 48], "1.3.132.0.35": ["P-521", 66] };
  const { subtle } = globalThis.crypto;
  return async (spki, algorithm, hash, data, signature) => {
    if (algorithm.algorithm.startsWith("1.2.840.10045")) {
      const [
        {
          valueBlock: {
            value: [, parameters],
          },
        },
      ] = fromBER(spki).result.valueBlock.value;
      const [namedCurve, size] = curves[parameters.valueBlock.toString()];
      const key = await subtle.importKey("spki", spki, { name: "ECDSA", namedCurve }, false, ["verify"]);
      const plain = Buffer.concat(
        fromBER(signature).result.valueBlock.value.map(({ valueBlock }) =>
          Buffer.concat([Buffer.alloc(size), Buffer.from(valueBlock.valueHexView)]).subarray(-size),
        ),
      );
      return subtle.verify({ name: "ECDSA", hash: hashes[hash] }, key, plain, data);
    }
    const pss = pssOf(algorithm);
    const name = pss ? "RSA-PSS" : "RSASSA-PKCS1-v1_5";
    const key = await subtle.importKey("spki", spki, { name, hash: hashes[pss?.hash ?? hash] }, false, ["verify"]);
    return subtle.verify({ name, saltLength: pss?.salt }, key, signature, data);
  };
}

/** node:crypto: OpenSSL, native; the ceiling. */
async function loadOpenssl() {
  const [{ createPublicKey, constants, verify }, pssOf] = await Promise.all([import("node:crypto"), loadPss()]);
  return (spki, algorithm, hash, data, signature) => {
    const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
    const pss = pssOf(algorithm);
    return pss
      ? verify(pss.hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.salt }, signature)
      : verify(hash, data, key, signature);
  };
}

/** The parameters of RSASSA-PSS, of no other algorithm. */
async function loadPss() {
  const [{ AsnConvert }, { RsaSaPssParams }, { AlgorithmIdentifier }] = await Promise.all([
    import("@peculiar/asn1-schema"),
    import("@peculiar/asn1-rsa"),
    import("@peculiar/asn1-x509"),
  ]);
  return (algorithm) => {
    if (algorithm.algorithm !== "1.2.840.113549.1.1.10") return undefined;
    const given = AsnConvert.parse(algorithm.parameters, RsaSaPssParams);
    const mgf = AsnConvert.parse(given.maskGenAlgorithm.parameters, AlgorithmIdentifier).algorithm;
    return { hash: HASHES[given.hashAlgorithm.algorithm], mgf: HASHES[mgf], salt: given.saltLength };
  };
}
