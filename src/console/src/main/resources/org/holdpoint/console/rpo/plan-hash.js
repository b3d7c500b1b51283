/** The hash that names a plan; the same as the flight software computes. */

const LEG_CODES = {
  NONE: 0, HOLD_AT: 1, RADIAL_HOP: 2, TWO_IMPULSE: 3, FORCED_VBAR: 4, CIRCUMNAVIGATE: 5, RETREAT: 6, PHASE: 7,
  MULTI_IMPULSE: 10, COELLIPTIC: 11, WALKING_ELLIPSE: 12, PARKING_ELLIPSE: 13, DEPART: 14,
};

/** Kinds of legs in the order of their codes on the wire. */
export const LEG_KINDS = Object.keys(LEG_CODES);

const LEG_BYTES = 2 + 4 * 4;

const TABLE = Uint32Array.from({ length: 256 }, (unused, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) {
    c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c >>> 0;
});

/** CRC-32 (ISO 3309, as in zip) of bytes. */
export function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
  }
  return (c ^ 0xffffffff) >>> 0;
}

/**
 * CRC-32 over kind U8, gate U8, target 3 x F32, duration F32 of each leg in order, big endian.
 * @param {Array<{kind: string, gateId: number, x: number, y: number, z: number, duration_s: number}>} legs
 */
export function planHash(legs) {
  const view = new DataView(new ArrayBuffer(LEG_BYTES * legs.length));
  legs.forEach((leg, i) => {
    const at = i * LEG_BYTES;
    view.setUint8(at, LEG_CODES[leg.kind]);
    view.setUint8(at + 1, leg.gateId);
    [leg.x, leg.y, leg.z, leg.duration_s].forEach((value, k) => view.setFloat32(at + 2 + 4 * k, value));
  });
  return crc32(new Uint8Array(view.buffer));
}
