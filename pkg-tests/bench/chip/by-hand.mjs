// Passive Authentication over @peculiar/asn1-cms with a primitive of choice: what an integrator writes when a library
// gives only signatures. Two signatures, the attributes, the dates, the hashes.

import { ContentInfo, SignedData } from "@peculiar/asn1-cms";
import { AsnConvert, AsnSerializer, OctetString } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";

import { contentInfo, groupsMatch, hashed, HASHES, hex, LDS_OBJECT } from "./hashes.mjs";

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";

/**
 * @param {{ verify: (spki: Uint8Array, algorithm: any, hash: string, data: Uint8Array, signature: Uint8Array) =>
 * boolean | Promise<boolean> }} primitive
 */
export function byHand(primitive) {
  return async ({ sod, groups, anchors, at }) => {
    const content = AsnConvert.parse(contentInfo(sod), ContentInfo);
    const signed = AsnConvert.parse(content.content, SignedData);
    const [signer] = signed.signerInfos;
    const certificates = (signed.certificates ?? []).map((choice) => choice.certificate).filter(Boolean);
    const sid = signer.sid.issuerAndSerialNumber;
    const certificate = certificates.find(
      ({ tbsCertificate: tbs }) =>
        sid && hex(tbs.serialNumber) === hex(sid.serialNumber) && same(tbs.issuer, sid.issuer),
    );
    if (!certificate || signed.encapContentInfo.eContentType !== LDS_OBJECT) return false;
    const eContent = new Uint8Array(
      signed.encapContentInfo.eContent.single?.buffer ?? signed.encapContentInfo.eContent.any,
    );
    const hash = HASHES[signer.digestAlgorithm.algorithm];
    const attribute = (type) => signer.signedAttrs?.filter((one) => one.attrType === type) ?? [];
    const [types, digests] = [attribute(CONTENT_TYPE), attribute(MESSAGE_DIGEST)];
    if (types.length !== 1 || digests.length !== 1) return false;
    const digest = AsnConvert.parse(digests[0].attrValues[0], OctetString);
    if (hex(digest.buffer) !== hex(hashed(hash, eContent))) return false;
    const attributes = new Uint8Array(signer.signedAttrsRaw ?? rawAttributes(signer));
    attributes[0] = 0x31;
    const spki = (one) => new Uint8Array(AsnConvert.serialize(one.tbsCertificate.subjectPublicKeyInfo));
    if (
      !(await primitive.verify(
        spki(certificate),
        signer.signatureAlgorithm,
        hash,
        attributes,
        new Uint8Array(signer.signature.buffer),
      ))
    )
      return false;
    let chained = false;
    for (const der of anchors) {
      const anchor = AsnConvert.parse(der, Certificate);
      if (!same(anchor.tbsCertificate.subject, certificate.tbsCertificate.issuer)) continue;
      const tbs = new Uint8Array(certificate.tbsCertificateRaw ?? AsnSerializer.serialize(certificate.tbsCertificate));
      const algorithm = certificate.signatureAlgorithm;
      chained ||= await primitive.verify(
        spki(anchor),
        algorithm,
        hashOf(algorithm),
        tbs,
        new Uint8Array(certificate.signatureValue),
      );
      const { notBefore, notAfter } = certificate.tbsCertificate.validity;
      if (at < notBefore.getTime() || at > notAfter.getTime()) return false;
    }
    return chained && groupsMatch(eContent, groups);
  };
}

function hashOf(algorithm) {
  const name = { 4: { 1: "sha1", 3.1: "sha224", 3.2: "sha256", 3.3: "sha384", 3.4: "sha512" } };
  const oid = algorithm.algorithm;
  if (oid.startsWith("1.2.840.10045.4.")) return name[4][oid.slice(16)];
  return {
    "1.2.840.113549.1.1.5": "sha1",
    "1.2.840.113549.1.1.14": "sha224",
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
  }[oid];
}

const same = (one, other) => hex(AsnConvert.serialize(one)) === hex(AsnConvert.serialize(other));

/** The attributes as a SET; asn1-cms keeps no bytes of them, so they are written anew. */
function rawAttributes(signer) {
  const parts = signer.signedAttrs.map((one) => Buffer.from(AsnConvert.serialize(one)));
  const body = Buffer.concat(parts);
  const head =
    body.length < 0x80
      ? [0x31, body.length]
      : body.length < 0x100
        ? [0x31, 0x81, body.length]
        : [0x31, 0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from(head), body]);
}
