/**
 * Shapes and scales of the relative-motion plots, as pure functions.
 *
 * Positions are target-centred QSW in metres: x radial out, y along-track, z cross-track. On paper V-bar (+y) points
 * right, R-bar (-x, towards the Earth) points down, and H-bar (-z) points down: the first plot is seen from the
 * side of the angular momentum, the second from above.
 */

/** V-bar coordinate of a position. */
export const vbar = (position) => position.y;
/** R-bar coordinate of a position. */
export const rbar = (position) => -position.x;
/** H-bar coordinate of a position. */
export const hbar = (position) => -position.z;

/** The largest of 1, 2, 5 x 10^k that is not above a value. */
export function niceBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = value / power;
  return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
}

/** Grid values between two limits, about `count` of them. */
export function ticks(low, high, count) {
  const step = niceBelow(Math.max((high - low) / Math.max(count, 1), 1e-6) * 1.6);
  const values = [];
  for (let k = Math.ceil(low / step); k * step <= high && values.length < 200; k++) {
    values.push(k * step);
  }
  return { step, values };
}

/** At most `most` of the points, the last one always among them. */
export function thinned(points, most) {
  if (points.length <= most) {
    return points;
  }
  const stride = Math.ceil(points.length / most);
  return points.filter((point, i) => i % stride === 0 || i === points.length - 1);
}

/** Path data of a line through points of the screen. */
export function linePath(points) {
  return points.map(([x, y], i) => (i === 0 ? 'M' : 'L') + x.toFixed(1) + ' ' + y.toFixed(1)).join('');
}

/**
 * Path data of all that lies within a radius of a line: discs and the quadrilaterals between them, all turning the
 * same way, so that a nonzero fill is their union.
 * @param {Array<[number, number, number]>} points x, y and radius on the screen
 */
export function bandPath(points) {
  const parts = [];
  let lastDisc = null;
  points.forEach(([x, y, radius], i) => {
    if (i > 0) {
      const [x0, y0, radius0] = points[i - 1];
      const length = Math.hypot(x - x0, y - y0);
      if (length > 0.01) {
        const nx = -(y - y0) / length;
        const ny = (x - x0) / length;
        const corners = [
          [x0 + nx * radius0, y0 + ny * radius0], [x0 - nx * radius0, y0 - ny * radius0],
          [x - nx * radius, y - ny * radius], [x + nx * radius, y + ny * radius],
        ];
        parts.push(linePath(turningRight(corners)) + 'Z');
      }
    }
    if (radius > 0.5 && (lastDisc === null || i === points.length - 1
        || Math.hypot(x - lastDisc[0], y - lastDisc[1]) > 0.15 * radius)) {
      parts.push(discPath(x, y, radius));
      lastDisc = [x, y];
    }
  });
  return parts.join('');
}

function turningRight(corners) {
  let area = 0;
  corners.forEach(([x, y], i) => {
    const [xn, yn] = corners[(i + 1) % corners.length];
    area += x * yn - xn * y;
  });
  return area < 0 ? corners.reverse() : corners;
}

function discPath(x, y, radius) {
  const r = radius.toFixed(1);
  const left = (x - radius).toFixed(1);
  const right = (x + radius).toFixed(1);
  const middle = y.toFixed(1);
  return `M${left} ${middle}A${r} ${r} 0 0 1 ${right} ${middle}A${r} ${r} 0 0 1 ${left} ${middle}Z`;
}

const SCALE_STEP = 1.12;

/**
 * What part of space the plots show: a centre and metres per pixel, the same for both.
 * @typedef {{v: number, r: number, h: number, m_px: number}} Frame
 */

/**
 * The frame that shows all positions, keeping the present one while it still does well, so that the picture does not
 * swim.
 * @param {Array<{x: number, y: number, z: number}>} positions at least one
 * @param {{width: number, rHeight: number, hHeight: number}} size pixels
 * @param {Frame|null} present
 * @returns {Frame}
 */
export function fitted(positions, size, present) {
  const span = (of) => positions.reduce(
    ([low, high], position) => [Math.min(low, of(position)), Math.max(high, of(position))], [Infinity, -Infinity]);
  const [v, r, h] = [vbar, rbar, hbar].map(span);
  const room = 0.84;
  const needed = Math.max((v[1] - v[0]) / (size.width * room), (r[1] - r[0]) / (size.rHeight * room),
    (h[1] - h[0]) / (size.hHeight * room), 120 / (size.width * room));
  const inside = present !== null && [[v, present.v, size.width], [r, present.r, size.rHeight], [h, present.h, size.hHeight]]
    .every(([[low, high], centre, pixels]) => {
      const half = 0.48 * pixels * present.m_px;
      return low > centre - half && high < centre + half;
    });
  if (inside && needed > present.m_px / 1.5 && needed < present.m_px * 1.02) {
    return present;
  }
  const m_px = SCALE_STEP ** Math.ceil(Math.log(needed) / Math.log(SCALE_STEP));
  const middle = ([low, high]) => (low + high) / 2;
  return { v: middle(v), r: middle(r), h: middle(h), m_px };
}
