import { hbar, linePath, rbar, thinned, vbar } from './shared/geometry.js';
import { h, s } from './shared/dom.js';
import { Plane } from './shared/plane.js';
import { Zoom } from './shared/zoom.js';

const KEEP_OUT_M = 30;
const MOST_DRAWN = 1500;
const LAYERS = ['zones', 'tracks', 'target', 'marks'];

/** Truth, estimate and the monitor's state in the same planes as the operators see. */
export class TruthView {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.rPlane = new Plane({
      across: vbar, down: rbar, acrossLabel: '+V-bar (+y) →', downLabel: '↓ R-bar (−x), Earth', testid: 'truth-vr',
      label: 'Truth and estimate, V-bar to the right, R-bar towards the Earth down', layers: LAYERS,
    });
    this.hPlane = new Plane({
      across: vbar, down: hbar, acrossLabel: '+V-bar (+y) →', downLabel: '↓ H-bar (−z)', testid: 'truth-vh',
      label: 'Truth and estimate, V-bar to the right, H-bar down', layers: LAYERS,
    });
    this.zoom = new Zoom(this.rPlane, this.hPlane, () => this.board && this.draw(this.board, this.stale, true));
    place.append(
      h('div', { class: 'plot-head' }, h('div', { class: 'legend' }, key('truth-line', 'truth (solid dot)'),
        key('estimate', 'onboard estimate (ring)'), key('monitor', "monitor's own"), key('keep-out', 'keep-out 30 m')), this.zoom.buttons),
      h('div', { class: 'plot-r' }, this.rPlane.svg), h('div', { class: 'plot-h' }, this.hPlane.svg));
    this.drawn = '';
  }

  /**
   * @param {import('./truth-board.js').TruthBoard} board
   * @param {boolean} stale
   * @param {boolean} [always]
   */
  draw(board, stale, always = false) {
    this.board = board;
    this.stale = stale;
    const resized = [this.rPlane.measure(), this.hPlane.measure()].some(Boolean);
    const state = `${board.edition} ${stale}`;
    if ((!always && !resized && state === this.drawn) || this.rPlane.width < 10) {
      return;
    }
    this.drawn = state;
    const truth = board.vector('truth/r_CT_L_m');
    const estimate = board.vector('estimate/r_CT_L_m');
    const edge = { x: KEEP_OUT_M, y: KEEP_OUT_M, z: KEEP_OUT_M };
    this.zoom.follow([edge, { x: -KEEP_OUT_M, y: -KEEP_OUT_M, z: -KEEP_OUT_M }, ...(truth ? [truth] : []), ...(estimate ? [estimate] : []),
      ...thinned(board.tracks.truth.slice(-1500), 40)]);
    for (const plane of [this.rPlane, this.hPlane]) {
      plane.drawGrid();
      plane.setStale(stale);
      drawTruth(plane, board, truth, estimate, board.vector('monitor/r_CT_L_m'));
    }
  }
}

function key(kind, text) {
  return h('span', { class: 'key' }, h('i', { class: 'swatch swatch-' + kind, 'aria-hidden': 'true' }), text);
}

function drawTruth(plane, board, truth, estimate, monitor) {
  const line = (points) => linePath(thinned(points, MOST_DRAWN).map((point) => plane.at(point)));
  const put = (layer, ...children) => plane.layers[layer].replaceChildren(...children.filter(Boolean));
  const [cx, cy] = plane.point(0, 0);
  put('zones', s('circle', { class: 'keep-out', cx, cy, r: plane.px(KEEP_OUT_M) }));
  put('tracks',
    board.tracks.truth.length > 1 ? s('path', { class: 'truth-track', d: line(board.tracks.truth) }) : null,
    board.tracks.estimate.length > 1 ? s('path', { class: 'estimate-track', d: line(board.tracks.estimate) }) : null);
  put('target', s('path', { class: 'target', d: `M${cx - 5} ${cy - 5}h10v10h-10Z` }));
  const marks = [];
  if (truth) {
    const [x, y] = plane.at(truth);
    marks.push(s('circle', { class: 'truth-now', cx: x, cy: y, r: 5 }));
  }
  if (estimate) {
    const [x, y] = plane.at(estimate);
    marks.push(s('circle', { class: 'sigma', cx: x, cy: y, r: Math.max(8, plane.px(board.number('estimate/position_3sigma_m') ?? 0)) }));
  }
  if (monitor) {
    const [x, y] = plane.at(monitor);
    marks.push(s('path', { class: 'monitor-now', d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8` }));
  }
  put('marks', ...marks);
}
