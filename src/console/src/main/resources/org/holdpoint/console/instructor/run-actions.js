import { request } from './shared/api.js';
import { h, setShown, setText } from './shared/dom.js';

const CONFIRM_FOR_MS = 10000;

/** Note, end of the run, and its journal. */
export class RunActions {
  /**
   * @param {HTMLElement} place
   * @param {function(string, Object): Promise<boolean>} send sends an instructor's command
   */
  constructor(place, send) {
    this.send = send;
    const note = h('input', { id: 'note-text', testid: 'note-text', maxlength: 500, autocomplete: 'off', class: 'grow' });
    const noteForm = h('form', { class: 'row', 'aria-label': 'Note' }, h('label', { for: 'note-text', text: 'Note' }), note,
      h('button', { type: 'submit', text: 'Write', testid: 'note-send' }));
    noteForm.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (note.value.trim() !== '' && (await send('NOTE', { text: note.value.trim() }))) {
        note.value = '';
      }
    });
    this.confirm = h('button', { type: 'button', class: 'end', text: 'CONFIRM: end the run for good', testid: 'end-confirm', hidden: true, onclick: () => this.end() });
    this.cancel = h('button', { type: 'button', text: 'Cancel', testid: 'end-cancel', hidden: true, onclick: () => this.ask(false) });
    this.endButton = h('button', { type: 'button', text: 'End run…', testid: 'end-run', onclick: () => this.ask(true) });
    this.journals = h('ul', { class: 'journals', testid: 'journals' });
    this.journalNote = h('p', { class: 'quiet' });
    place.append(noteForm,
      h('div', { class: 'row' }, this.endButton, this.confirm, this.cancel,
        h('button', { type: 'button', text: 'Export journal', testid: 'export-journal', onclick: () => this.exportJournal() })),
      this.journals, this.journalNote);
    this.list();
  }

  ask(asked) {
    clearTimeout(this.timer);
    setShown(this.confirm, asked);
    setShown(this.cancel, asked);
    setShown(this.endButton, !asked);
    if (asked) {
      this.timer = setTimeout(() => this.ask(false), CONFIRM_FOR_MS);
      this.confirm.focus();
    }
  }

  end() {
    this.ask(false);
    this.send('END_RUN', {});
  }

  async exportJournal() {
    setText(this.journalNote, 'Export asked for; the journal appears here when it is stored.');
    if (await this.send('EXPORT_JOURNAL', {})) {
      for (let i = 0; i < 10; i++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await this.list();
      }
    }
    setText(this.journalNote, '');
  }

  /** Lists the journals in the bucket. */
  async list() {
    try {
      const answer = await request('/api/storage/buckets/journals/objects');
      const objects = (answer.objects ?? []).sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : -1));
      this.journals.replaceChildren(...objects.slice(0, 20).map((object) => h('li', {}, h('a', {
        href: '/api/storage/buckets/journals/objects/' + encodeURIComponent(object.name), download: object.name, text: object.name, testid: 'journal',
      }), h('span', { class: 'quiet', text: ` ${(Number(object.size) / 1024).toFixed(1)} kB` }))));
    } catch (fault) {
      setText(this.journalNote, fault.status === 404 ? '' : 'Journals could not be listed: ' + fault.message);
    }
  }
}
