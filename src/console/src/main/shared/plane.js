import { linePath, niceBelow, ticks } from './geometry.js';
import { s, setAttribute } from './dom.js';
import { number } from './format.js';

let nextId = 1;

/**
 * One plane of relative space as an SVG drawing: grid, axes, and named layers that its owner fills. Across is V-bar;
 * down is R-bar or H-bar.
 */
export class Plane {
  /**
   * @param {{across: function, down: function, acrossLabel: string, downLabel: string, label: string,
   *     testid: string, layers: string[]}} definition
   */
  constructor(definition) {
    this.definition = definition;
    this.hatchId = 'hatch-' + nextId++;
    this.grid = s('g', { class: 'grid' });
    this.layers = Object.fromEntries(definition.layers.map((name) => [name, s('g', { class: 'layer-' + name })]));
    this.axes = s('g', { class: 'axes' });
    this.veil = s('rect', { class: 'veil', x: 0, y: 0, width: '100%', height: '100%', fill: `url(#${this.hatchId})` });
    this.svg = s('svg', { class: 'plane', role: 'img', 'aria-label': definition.label, testid: definition.testid },
      s('defs', {}, s('pattern', {
        id: this.hatchId, width: 12, height: 12, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
      }, s('rect', { width: 5, height: 12, class: 'hatch' }))),
      this.grid, ...Object.values(this.layers), this.axes, this.veil);
    this.width = 0;
    this.height = 0;
    this.frame = { a: 0, d: 0, m_px: 1 };
  }

  /** Reads the size that the page gives it; true when it changed. */
  measure() {
    const { width, height } = this.svg.getBoundingClientRect();
    const changed = width !== this.width || height !== this.height;
    this.width = width;
    this.height = height;
    return changed;
  }

  /** Sets what part of the plane is shown. */
  setFrame(across_m, down_m, m_px) {
    this.frame = { a: across_m, d: down_m, m_px };
  }

  /** Screen point of a position. */
  at(position) {
    return this.point(this.definition.across(position), this.definition.down(position));
  }

  /** Screen point of plane coordinates. */
  point(across_m, down_m) {
    return [
      this.width / 2 + (across_m - this.frame.a) / this.frame.m_px,
      this.height / 2 + (down_m - this.frame.d) / this.frame.m_px,
    ];
  }

  /** Pixels of a length. */
  px(length_m) {
    return length_m / this.frame.m_px;
  }

  /** Grey hatching over everything, for data that are not of now. */
  setStale(stale) {
    setAttribute(this.svg, 'data-stale', stale ? 'true' : 'false');
  }

  /** Draws grid, axes, and scale bar. */
  drawGrid() {
    const { acrossLabel, downLabel } = this.definition;
    const half = [this.width / 2 * this.frame.m_px, this.height / 2 * this.frame.m_px];
    const across = ticks(this.frame.a - half[0], this.frame.a + half[0], this.width / 90);
    const down = ticks(this.frame.d - half[1], this.frame.d + half[1], this.width / 90 * this.height / this.width);
    const children = [];
    const labels = [];
    for (const value of across.values) {
      const [x] = this.point(value, 0);
      children.push(s('line', { x1: x, x2: x, y1: 0, y2: this.height, class: Math.abs(value) < 1e-9 ? 'zero' : '' }));
      if (x > 150 && x < this.width - 118) {
        labels.push(s('text', { x, y: this.height - 5, class: 'tick', 'text-anchor': 'middle', text: tickText(value, across.step) }));
      }
    }
    for (const value of down.values) {
      const [, y] = this.point(0, value);
      children.push(s('line', { y1: y, y2: y, x1: 0, x2: this.width, class: Math.abs(value) < 1e-9 ? 'zero' : '' }));
      if (y > 26 && y < this.height - 18) {
        labels.push(s('text', { x: 4, y: y - 3, class: 'tick', text: tickText(value, down.step) }));
      }
    }
    labels.push(s('text', {
      x: this.width - 6, y: this.height - 5, class: 'axis', 'text-anchor': 'end', text: acrossLabel,
    }));
    labels.push(s('text', { x: 6, y: this.height - 5, class: 'axis', text: downLabel }));
    this.grid.replaceChildren(...children);
    this.axes.replaceChildren(...labels, ...this.scaleBar());
  }

  scaleBar() {
    const length_m = niceBelow(Math.min(this.width * 0.22, 170) * this.frame.m_px);
    const x2 = this.width - 8;
    const x1 = x2 - this.px(length_m);
    const y = 14;
    return [
      s('path', { class: 'scale-bar', d: linePath([[x1, y - 4], [x1, y], [x2, y], [x2, y - 4]]) }),
      s('text', {
        x: (x1 + x2) / 2, y: y + 12, class: 'scale-text', 'text-anchor': 'middle',
        text: length_m >= 10000 ? number(length_m / 1000, 0) + ' km' : number(length_m, length_m < 1 ? 1 : 0) + ' m',
      }),
    ];
  }
}

function tickText(value, step) {
  return number(value, step < 1 ? 1 : 0);
}
