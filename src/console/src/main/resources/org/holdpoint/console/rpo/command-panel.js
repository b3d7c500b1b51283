import { request } from './shared/api.js';
import { COMMANDS, formOf, labelOf, needsReview, rangeText, readArgument } from './command-forms.js';
import { h, setAttribute, setShown, setText } from './shared/dom.js';

/** Chooses a command, fills its arguments, checks them against the mission database, and sends it. */
export class CommandPanel {
  /**
   * @param {HTMLElement} place
   * @param {import('./session.js').Session} session
   * @param {Object<string, function()>} elsewhere leads to `gate`, `strip`, `plan`
   */
  constructor(place, session, elsewhere) {
    this.session = session;
    this.elsewhere = elsewhere;
    this.forms = new Map();
    this.form = null;
    this.reviewing = null;
    this.select = h('select', { id: 'command-choice', testid: 'command-choice', 'aria-label': 'Command' },
      ...COMMANDS.map(({ name }) => h('option', { value: name, text: name })));
    this.select.addEventListener('change', () => this.choose());
    this.description = h('p', { class: 'quiet', testid: 'command-description' });
    this.fields = h('div', { class: 'fields' });
    this.review = h('dl', { class: 'will-send', hidden: true, testid: 'command-will-send' });
    this.sendButton = h('button', { type: 'submit', class: 'primary', testid: 'command-send' });
    this.cancelButton = h('button', { type: 'button', text: 'Cancel', hidden: true, testid: 'command-cancel', onclick: () => this.endReview() });
    this.note = h('span', { class: 'note', testid: 'command-note', 'aria-live': 'polite' });
    this.element = h('form', { class: 'command-form', 'aria-label': 'Command', novalidate: true },
      this.select, this.description, this.fields, this.review,
      h('div', { class: 'go-row' }, this.sendButton, this.cancelButton, this.note));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    place.append(this.element);
    this.load();
  }

  /** Reads descriptions, ranges and significance from the mission database. */
  async load() {
    try {
      const { instance } = this.session.flight;
      const answer = await request(`/api/mdb/${encodeURIComponent(instance)}/commands?system=/chaser&details=true&noAbstract=true&limit=100`);
      for (const command of answer.commands ?? []) {
        this.forms.set(command.name, formOf(command));
      }
    } catch (fault) {
      setText(this.note, 'The mission database could not be read: ' + fault.message);
    }
    this.choose();
  }

  choose() {
    const { name, at } = COMMANDS.find((each) => each.name === this.select.value);
    this.reviewing = null;
    setText(this.note, '');
    if (at) {
      this.form = null;
      setText(this.description, {
        gate: 'GO is given at the gate panel, beside its criteria.',
        strip: `${name} is armed and fired on the strip below.`,
        plan: 'A plan is edited and uploaded as a whole: PLAN_BEGIN, PLAN_LEG, PLAN_COMMIT.',
      }[at]);
      this.fields.replaceChildren();
    } else {
      this.form = this.forms.get(name) ?? null;
      setText(this.description, this.form?.description ?? 'The mission database does not have this command.');
      this.fields.replaceChildren(...(this.form?.args ?? []).map((argument) => this.field(argument)));
    }
    this.at = at ?? null;
    this.endReview();
  }

  field(argument) {
    const id = 'argument-' + argument.name;
    if (argument.name === 'epoch') {
      this.epochShown = h('output', { id, testid: id });
      return h('div', { class: 'field' }, h('label', { for: id, text: 'epoch' }), this.epochShown,
        h('span', { class: 'range', text: 'held by your session' }));
    }
    const input = argument.options.length > 0
      ? h('select', { id, testid: id, name: argument.name }, ...argument.options.map((option) => h('option', { value: option, text: option })))
      : h('input', { id, testid: id, name: argument.name, value: argument.initial, inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': id + '-fault' });
    const fault = h('span', { class: 'range', id: id + '-fault', text: [rangeText(argument), argument.hint].filter(Boolean).join('; ') });
    return h('div', { class: 'field', 'data-argument': argument.name },
      h('label', { for: id, text: labelOf(argument), title: argument.description }),
      input, fault);
  }

  draw() {
    if (this.epochShown) {
      const { epochState, epoch } = this.session;
      setText(this.epochShown, epochState === 'NONE' ? 'none held' : epochState === 'STALE' ? `${epoch} (stale)` : String(epoch));
    }
    const { name } = COMMANDS.find((each) => each.name === this.select.value);
    const permitted = this.at !== null || this.session.maySend(name);
    const epochMissing = this.form?.args.some((argument) => argument.name === 'epoch') && this.session.epochState === 'NONE';
    setAttribute(this.sendButton, 'disabled', !permitted || epochMissing || (this.at === null && this.form === null));
    setText(this.sendButton, this.at ? 'Show' : this.reviewing ? 'CONFIRM ' + name : this.form && needsReview(this.form) ? 'Review…' : 'Send');
    if (!permitted) {
      setText(this.note, `Your role (${this.session.user.role}) may not send it.`);
    } else if (epochMissing) {
      setText(this.note, 'Take an epoch first, at the gate panel.');
    } else if (/^(Your role|Take an epoch)/.test(this.note.textContent)) {
      setText(this.note, '');
    }
  }

  submit() {
    if (this.at) {
      this.elsewhere[this.at]();
      return;
    }
    if (this.reviewing) {
      const { name, args } = this.reviewing;
      this.endReview();
      this.send(name, args);
      return;
    }
    const args = this.read();
    if (args === null) {
      return;
    }
    if (!needsReview(this.form)) {
      this.send(this.form.name, args);
      return;
    }
    this.reviewing = { name: this.form.name, args };
    this.review.replaceChildren(...[['Command', this.form.name], ...Object.entries(args)]
      .flatMap(([term, value]) => [h('dt', { text: term }), h('dd', { text: String(value) })]));
    setShown(this.review, true);
    setShown(this.fields, false);
    setShown(this.cancelButton, true);
  }

  endReview() {
    this.reviewing = null;
    setShown(this.review, false);
    setShown(this.fields, true);
    setShown(this.cancelButton, false);
  }

  /** The typed arguments, or null after marking what is wrong. */
  read() {
    const args = {};
    let good = true;
    for (const argument of this.form?.args ?? []) {
      if (argument.name === 'epoch') {
        args.epoch = this.session.epoch;
        continue;
      }
      const field = this.fields.querySelector(`[data-argument="${argument.name}"]`);
      const input = field.querySelector('input, select');
      const { value, fault } = readArgument(argument, input.value);
      setAttribute(input, 'aria-invalid', fault !== '' ? 'true' : null);
      setText(field.querySelector('.range'), fault || [rangeText(argument), argument.hint].filter(Boolean).join('; '));
      good = good && fault === '';
      args[argument.name] = value;
    }
    return good && this.form !== null ? args : null;
  }

  async send(name, args) {
    setText(this.note, name + ': handed to the server…');
    try {
      await this.session.send(name, args);
      setText(this.note, '');
    } catch (fault) {
      setText(this.note, `${name} NOT SENT: ${fault.message}`);
    }
  }
}
