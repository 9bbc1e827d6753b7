// What no library does for a chip: the tag around EF.SOD, and the data groups against their hashes.

import { createHash } from "node:crypto";

import { fromBER } from "asn1js";

export const LDS_OBJECT = "2.23.136.1.1.1";

export const HASHES = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.4": "sha224",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** EF.SOD without its tag 77. */
export function contentInfo(sod) {
  const octets = sod[1] < 0x80 ? 0 : sod[1] & 0x7f;
  return sod.subarray(2 + octets);
}

/** The data groups against the hashes of the LDS security object. */
export function groupsMatch(eContent, groups) {
  const [, algorithm, list] = fromBER(eContent).result.valueBlock.value;
  const hash = HASHES[algorithm.valueBlock.value[0].valueBlock.toString()];
  const hashes = new Map(
    list.valueBlock.value.map(
      ({
        valueBlock: {
          value: [number, value],
        },
      }) => [number.valueBlock.valueDec, hex(value.valueBlock.valueHexView)],
    ),
  );
  return Object.entries(groups).every(([number, bytes]) => hashes.get(Number(number)) === hex(hashed(hash, bytes)));
}

/** Content, embedded certificate and issuer name, by position: for a library without a reader of CMS. */
export function partsOf(sod) {
  const signed = fromBER(contentInfo(sod)).result.valueBlock.value[1].valueBlock.value[0].valueBlock.value;
  const content = signed[2].valueBlock.value[1].valueBlock.value[0];
  return {
    eContent: new Uint8Array(content.valueBlock.valueHexView),
    certificate: new Uint8Array(signed[3].valueBlock.value[0].valueBeforeDecodeView),
  };
}

export const hashed = (name, data) => createHash(name).update(data).digest();
export const hex = (bytes) => Buffer.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes).toString("hex");
