import { request } from './shared/api.js';
import { h, keyed, setAttribute, setShown, setText } from './shared/dom.js';

/** Active faults with a button to clear each, and a form to inject one from the catalogue. */
export class Faults {
  /**
   * @param {HTMLElement} place
   * @param {function(string, Object): Promise<boolean>} send sends an instructor's command
   */
  constructor(place, send) {
    this.send = send;
    this.offers = [];
    this.active = h('div', { class: 'block-list', testid: 'active-faults' });
    this.none = h('p', { class: 'quiet', text: 'No fault is active.', testid: 'no-faults' });
    this.unit = h('select', { id: 'fault-unit', testid: 'fault-unit' });
    this.kind = h('select', { id: 'fault-kind', testid: 'fault-kind' });
    this.description = h('p', { class: 'quiet wide', testid: 'fault-description' });
    this.parameters = h('div', { class: 'fault-form wide' });
    this.fault = h('p', { class: 'fault wide', role: 'alert', testid: 'fault-parameter-fault' });
    this.inject = h('button', { type: 'submit', class: 'primary', text: 'Inject fault', testid: 'inject-fault' });
    this.unit.addEventListener('change', () => this.chooseUnit());
    this.kind.addEventListener('change', () => this.chooseKind());
    const form = h('form', { class: 'fault-form', 'aria-label': 'Inject a fault', novalidate: true },
      h('label', { for: 'fault-unit', text: 'Unit' }), this.unit, h('label', { for: 'fault-kind', text: 'Fault' }), this.kind,
      this.description, this.parameters, this.fault, h('span', { class: 'row wide' }, this.inject));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    place.append(this.active, this.none, form);
    this.load();
  }

  /** Reads the catalogue; the rehearsal tells it after it has connected. */
  async load() {
    while (this.offers.length === 0) {
      try {
        this.offers = (await request('/api/instructor/fault-offers')).offers ?? [];
      } catch (fault) {
        setText(this.description, 'The catalogue could not be read: ' + fault.message);
      }
      if (this.offers.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
    }
    const units = [...new Set(this.offers.map((offer) => offer.unit))];
    this.unit.replaceChildren(...units.map((unit) => h('option', { value: unit, text: unit })));
    this.chooseUnit();
  }

  chooseUnit() {
    const kinds = this.offers.filter((offer) => offer.unit === this.unit.value);
    this.kind.replaceChildren(...kinds.map((offer) => h('option', { value: offer.kind, text: offer.kind })));
    this.chooseKind();
  }

  get offer() {
    return this.offers.find((each) => each.unit === this.unit.value && each.kind === this.kind.value);
  }

  chooseKind() {
    setText(this.description, this.offer?.description ?? '');
    this.parameters.replaceChildren(...(this.offer?.parameters ?? []).flatMap((name) => {
      const id = 'fault-parameter-' + name;
      return [h('label', { for: id, text: name }), h('input', { id, testid: id, name, inputmode: 'decimal', autocomplete: 'off' })];
    }));
    setShown(this.parameters, (this.offer?.parameters ?? []).length > 0);
    setText(this.fault, '');
  }

  submit() {
    let good = true;
    const wrong = [];
    const inputs = [...this.parameters.querySelectorAll('input')];
    for (const input of inputs) {
      const fine = Number.isFinite(Number(input.value));
      setAttribute(input, 'aria-invalid', fine ? null : 'true');
      good = good && fine;
      if (!fine) {
        wrong.push(`${input.name}: '${input.value.trim()}' is not a number.`);
      }
    }
    setText(this.fault, wrong.length > 0 ? `${wrong.join(' ')} A field left blank has its default; the list of actions says when one is needed, or what is allowed.` : '');
    // what is left blank has its default, or the rehearsal says that it is needed
    const pairs = inputs.filter((input) => input.value.trim() !== '').map((input) => `${input.name}=${input.value.trim()}`);
    if (good && this.offer) {
      this.send('INJECT_FAULT', { unit: this.unit.value, kind: this.kind.value, parameters: pairs.join(' ') });
    }
  }

  /** @param {import('./truth-board.js').TruthBoard} board */
  draw(board) {
    const lines = board.text('truth/faults').split('\n').filter((line) => line !== '');
    setShown(this.none, lines.length === 0);
    keyed(this.active, lines, (line) => line, (line) => {
      const id = Number.parseInt(line, 10);
      return h('div', { class: 'fault-row', testid: 'fault-row' }, h('span', { text: '▲ ' + line }),
        h('button', { type: 'button', text: 'Clear', testid: 'clear-fault', 'aria-label': `Clear fault ${id}`, onclick: () => this.send('CLEAR_FAULT', { fault_id: id }) }));
    }, () => {});
  }
}
