import { fitted } from './geometry.js';
import { h, setAttribute } from './dom.js';

const STEP = 1.25;
const SMALLEST_M_PX = 0.02;
const LARGEST_M_PX = 200;

/**
 * Zoom of two planes that share V-bar: by itself, by wheel, by dragging, by keys and buttons.
 */
export class Zoom {
  /**
   * @param {import('./plane.js').Plane} rPlane V-bar/R-bar
   * @param {import('./plane.js').Plane} hPlane V-bar/H-bar
   * @param {function(): void} redraw
   */
  constructor(rPlane, hPlane, redraw) {
    this.rPlane = rPlane;
    this.hPlane = hPlane;
    this.redraw = redraw;
    this.auto = true;
    /** @type {import('./geometry.js').Frame|null} */
    this.frame = null;
    this.fitButton = h('button', {
      type: 'button', text: 'Fit', title: 'Show everything (key 0)', testid: 'zoom-fit', onclick: () => this.fit(),
    });
    this.buttons = h('div', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
      h('button', { type: 'button', text: '+', title: 'Closer (key +)', 'aria-label': 'Closer', testid: 'zoom-in', onclick: () => this.by(1 / STEP) }),
      h('button', { type: 'button', text: '−', title: 'Wider (key −)', 'aria-label': 'Wider', testid: 'zoom-out', onclick: () => this.by(STEP) }),
      this.fitButton);
    for (const plane of [rPlane, hPlane]) {
      plane.svg.addEventListener('wheel', (event) => this.wheel(plane, event), { passive: false });
      plane.svg.addEventListener('pointerdown', (event) => this.drag(plane, event));
      plane.svg.setAttribute('tabindex', '0');
      plane.svg.addEventListener('keydown', (event) => this.key(event));
    }
  }

  /** Makes the frame hold the positions, unless the operator chose another. */
  follow(positions) {
    if (this.auto || this.frame === null) {
      this.frame = fitted(positions, {
        width: this.rPlane.width, rHeight: this.rPlane.height, hHeight: this.hPlane.height,
      }, this.frame);
    }
    this.rPlane.setFrame(this.frame.v, this.frame.r, this.frame.m_px);
    this.hPlane.setFrame(this.frame.v, this.frame.h, this.frame.m_px);
    setAttribute(this.fitButton, 'aria-pressed', String(this.auto));
  }

  fit() {
    this.auto = true;
    this.frame = null;
    this.redraw();
  }

  by(factor, at = { v: this.frame?.v, r: this.frame?.r, h: this.frame?.h }) {
    if (this.frame === null) {
      return;
    }
    this.auto = false;
    const m_px = Math.min(Math.max(this.frame.m_px * factor, SMALLEST_M_PX), LARGEST_M_PX);
    const k = m_px / this.frame.m_px;
    const moved = (axis) => at[axis] + (this.frame[axis] - at[axis]) * k;
    this.frame = { v: moved('v'), r: moved('r'), h: moved('h'), m_px };
    this.redraw();
  }

  wheel(plane, event) {
    event.preventDefault();
    if (this.frame === null) {
      return;
    }
    const box = plane.svg.getBoundingClientRect();
    const across = this.frame.v + (event.clientX - box.left - box.width / 2) * this.frame.m_px;
    const downAxis = plane === this.rPlane ? 'r' : 'h';
    const down = this.frame[downAxis] + (event.clientY - box.top - box.height / 2) * this.frame.m_px;
    this.by(event.deltaY > 0 ? STEP : 1 / STEP, { ...this.frame, v: across, [downAxis]: down });
  }

  drag(plane, event) {
    if (this.frame === null || event.button !== 0) {
      return;
    }
    const start = { x: event.clientX, y: event.clientY, frame: this.frame };
    const downAxis = plane === this.rPlane ? 'r' : 'h';
    const move = (now) => {
      this.auto = false;
      this.frame = {
        ...start.frame,
        v: start.frame.v - (now.clientX - start.x) * start.frame.m_px,
        [downAxis]: start.frame[downAxis] - (now.clientY - start.y) * start.frame.m_px,
      };
      this.redraw();
    };
    const end = () => {
      plane.svg.removeEventListener('pointermove', move);
    };
    plane.svg.setPointerCapture(event.pointerId);
    plane.svg.addEventListener('pointermove', move);
    plane.svg.addEventListener('pointerup', end, { once: true });
    plane.svg.addEventListener('pointercancel', end, { once: true });
  }

  key(event) {
    const shift = { ArrowLeft: ['v', -1], ArrowRight: ['v', 1], ArrowUp: ['r', -1], ArrowDown: ['r', 1] }[event.key];
    if (event.key === '+' || event.key === '=') {
      this.by(1 / STEP);
    } else if (event.key === '-') {
      this.by(STEP);
    } else if (event.key === '0') {
      this.fit();
    } else if (shift && this.frame !== null) {
      this.auto = false;
      this.frame = { ...this.frame, [shift[0]]: this.frame[shift[0]] + shift[1] * 60 * this.frame.m_px };
      this.redraw();
    } else {
      return;
    }
    event.preventDefault();
  }
}
