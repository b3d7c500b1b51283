import { h, setAttribute, setText } from './shared/dom.js';
import { number } from './shared/format.js';

const LARGEST_M_S = 5;
const AXES = [
  { name: 'dv_y_m_s', label: 'along track [m/s]' },
  { name: 'dv_x_m_s', label: 'radially outward [m/s]' },
  { name: 'dv_z_m_s', label: 'along orbit normal [m/s]' },
];

/** The instructor flies the target: one burn in its local frame, made at the next tick. */
export class TargetBurn {
  /**
   * @param {HTMLElement} place
   * @param {function(string, Object): Promise<boolean>} send sends an instructor's command
   */
  constructor(place, send) {
    this.send = send;
    this.inputs = AXES.map(({ name }) => h('input', { id: 'burn-' + name, testid: 'burn-' + name, name, inputmode: 'decimal', autocomplete: 'off', value: '0' }));
    this.note = h('p', { class: 'quiet wide', testid: 'burn-note', role: 'status' });
    const form = h('form', { class: 'fault-form', 'aria-label': 'Burn of the target', novalidate: true },
      ...AXES.flatMap(({ name, label }, i) => [h('label', { for: 'burn-' + name, text: label }), this.inputs[i]]),
      this.note, h('span', { class: 'row wide' }, h('button', { type: 'submit', text: 'Burn now', testid: 'burn-target' })));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.made = h('p', { class: 'quiet', testid: 'target-burns' });
    place.append(this.made, form);
  }

  async submit() {
    const values = this.inputs.map((input) => (input.value.trim() === '' ? NaN : Number(input.value)));
    const size_m_s = Math.hypot(...values);
    const good = size_m_s > 0 && size_m_s <= LARGEST_M_S;
    this.inputs.forEach((input, i) => setAttribute(input, 'aria-invalid', good || (Number.isFinite(values[i]) && Number.isFinite(size_m_s)) ? null : 'true'));
    setText(this.note, good ? '' : `A burn is above 0 and up to ${LARGEST_M_S} m/s in all.`);
    if (good && (await this.send('MANOEUVRE_TARGET', Object.fromEntries(AXES.map(({ name }, i) => [name, values[i]]))))) {
      this.inputs.forEach((input) => { input.value = '0'; });
    }
  }

  /** @param {import('./truth-board.js').TruthBoard} board */
  draw(board) {
    setText(this.made, `Burns made: ${number(board.number('truth/target_burns'), 0)}, ${number(board.number('truth/target_delta_v_m_s'), 3)} m/s in all.`);
  }
}
