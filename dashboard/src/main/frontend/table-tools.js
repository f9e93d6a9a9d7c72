// Every table sorts by a click on a heading, filters when it is long and can be copied. All of it happens in the browser: the server
// keeps no order for anybody. What the server changes in a table comes in the order that the reader chose; a third click on the heading
// gives back the order of the server. The order is remembered for next time, the filter for as long as the tab is open. Both stand in the
// address, so that whoever follows a link sees what its sender saw; what stands there goes before what is remembered.
const TABLE = 'table.figure-table, table.plain';
// a meeting looks at what is on the screen; it does not work with it
const WITHOUT_TOOLS = '.presentation';
const FEWEST_TO_SORT = 2;
const FEWEST_TO_FILTER = 12;

const html = document.documentElement;
const language = html.lang || 'nl';
const words = JSON.parse(html.dataset.tabelwoorden ?? 'null');

const told = (pattern, ...values) => values.reduce((text, value, place) => text.replace(`{${place}}`, value), pattern);

// --- what stands in a cell

const monthNames = ['long', 'short'].map((length) => {
  const written = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => written.format(Date.UTC(2024, month, 1)).replace('.', '').toLowerCase());
});

const monthOf = (word) => Math.max(...monthNames.map((names) => names.indexOf(word.toLowerCase())));

const momentIn = (text) => {
  const found = /^(?:(\d{1,2}) )?(\p{L}+)\.?(?: (\d{4}))?(?:,? (\d{1,2}):(\d{2}))?$/u.exec(text);
  const month = found ? monthOf(found[2]) : -1;
  return month < 0 ? undefined : Date.UTC(found[3] ?? 2000, month, found[1] ?? 1, found[4] ?? 0, found[5] ?? 0);
};

// what is said in another measure than its neighbour: 3 uur is more than 20 minuten
const MEASURES = [
  [/^second/, 1],
  [/^minu/, 60],
  [/^(uur|uren|hour)/, 3600],
  [/^(dag|day)/, 86_400],
  [/^kB/, 1e3],
  [/^MB/, 1e6],
  [/^GB/, 1e9],
];

const numberIn = (text) => {
  const found = /^([+\u2212-]?\d[\d.,]*)(?:\s(\p{L}+))?/u.exec(text.replace(/^€\s?/, ''));
  if (!found) {
    return undefined;
  }
  const [thousands, decimals] = language.startsWith('nl') ? ['.', ','] : [',', '.'];
  const number = Number(found[1].replace('\u2212', '-').replaceAll(thousands, '').replace(decimals, '.'));
  const measure = MEASURES.find(([name]) => name.test(found[2] ?? ''))?.[1] ?? 1;
  return Number.isNaN(number) ? undefined : number * measure;
};

// what is drawn beside the words does not count
const said = (cell) => {
  const copy = cell?.cloneNode(true);
  copy?.querySelectorAll('sup, svg, [aria-hidden="true"]').forEach((mark) => mark.remove());
  // of two parts the one does not run on into the other
  copy?.querySelectorAll('*').forEach((part) => part.after(' '));
  return (copy?.textContent ?? '').replace(/\s+/g, ' ').replace(/ ([.,;:)])/g, '$1').trim();
};

const valueOf = (text) => ({ number: momentIn(text) ?? numberIn(text), text });

// what is not a number comes after the numbers, whichever way they are sorted
const compare = (one, other, way) => {
  if (one.number !== undefined && other.number !== undefined) {
    return way * (one.number - other.number);
  }
  if (one.number !== undefined || other.number !== undefined) {
    return one.number !== undefined ? -1 : 1;
  }
  return way * one.text.localeCompare(other.text, language, { numeric: true });
};

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// --- what the reader chose, by page and table

const nameOf = (table) => table.dataset.testid ?? said(table.caption);

const remembered = (store, table) => {
  const key = `tabel:${location.pathname}:${nameOf(table)}`;
  return {
    get: () => {
      try {
        return JSON.parse(store().getItem(key) ?? 'null');
      } catch {
        // kept by nobody: the reader may have forbidden it
        return null;
      }
    },
    set: (value) => {
      try {
        if (value) {
          store().setItem(key, JSON.stringify(value));
        } else {
          store().removeItem(key);
        }
      } catch {
        // then it is not remembered
      }
    },
  };
};

// --- the address: tabel=<table>~<number of the column>~<op or af>~<filter>, once for each table of which anything was chosen

const PARAMETER = 'tabel';
const WAYS = { op: 'ascending', af: 'descending' };
const LONGEST_FILTER = 100;
const PARTS = /^([^~]+)~(\d{0,2})~(op|af|)~([^]*)$/;

const addressed = () => new URLSearchParams(location.search).getAll(PARAMETER);

// what is no choice is as if it were not there
const inAddress = (name) => {
  const parts = addressed()
    .map((each) => PARTS.exec(each))
    .find((each) => each?.[1] === name);
  return parts && { column: Number(parts[2]) - 1, way: WAYS[parts[3]], filter: parts[4].slice(0, LONGEST_FILTER) };
};

const toAddress = (name, choice) => {
  const before = addressed();
  const after = before.filter((each) => !each.startsWith(`${name}~`)).concat(choice ?? []);
  if (before.length === after.length && before.every((each) => after.includes(each))) {
    return;
  }
  const parameters = new URLSearchParams(location.search);
  parameters.delete(PARAMETER);
  after.forEach((each) => parameters.append(PARAMETER, each));
  const search = parameters.size > 0 ? `?${parameters}` : '';
  history.replaceState(history.state, '', location.pathname + search + location.hash);
};

// --- one table

let filtering;

class Tools {
  constructor(table) {
    this.table = table;
    this.places = new WeakMap();
    this.order = remembered(() => localStorage, table);
    this.filter = remembered(() => sessionStorage, table);
    this.sorted = this.order.get();
    this.bar = document.createElement('div');
    this.bar.className = 'table-tools';
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', told(words.name, said(table.caption)));
    this.news = document.createElement('span');
    this.news.setAttribute('role', 'status');
    this.bar.append(this.search(), this.news, this.copyButton());
    this.observer = new MutationObserver(() => this.keep());
  }

  search() {
    const label = document.createElement('label');
    this.input = document.createElement('input');
    this.input.type = 'search';
    this.input.autocomplete = 'off';
    this.input.value = this.filter.get() ?? '';
    this.input.addEventListener('input', () => {
      this.filter.set(this.input.value);
      this.keep();
      this.tell(this.found());
    });
    this.input.addEventListener('focus', () => (filtering = nameOf(this.table)));
    // taken away with its table it goes on in the next one
    this.input.addEventListener('blur', () => queueMicrotask(() => this.input.isConnected && (filtering = undefined)));
    label.append(words.filter, ' ', this.input);
    this.label = label;
    return label;
  }

  copyButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'table-copy';
    button.textContent = words.copy;
    button.addEventListener('click', async () => {
      await write(this.text());
      this.tell(told(words.copied, this.shownRows().length));
    });
    return button;
  }

  // an empty line in between has the same words said again
  tell(text) {
    this.news.textContent = '';
    requestAnimationFrame(() => (this.news.textContent = text));
  }

  body() {
    return this.table.tBodies[0];
  }

  // a row over the whole width belongs to the one above it
  groups() {
    const all = [];
    for (const row of this.body()?.rows ?? []) {
      if (row.cells.length === 1 && row.cells[0].colSpan > 1 && all.length > 0) {
        all.at(-1).push(row);
      } else {
        all.push([row]);
      }
    }
    return all;
  }

  headings() {
    return this.table.tHead?.rows.length === 1 ? [...this.table.tHead.rows[0].cells] : [];
  }

  isSortable() {
    return (
      this.table.tBodies.length === 1 &&
      this.groups().length >= FEWEST_TO_SORT &&
      // ordered by its view already
      !this.table.tHead?.querySelector('button:not(.table-sort)')
    );
  }

  addressName() {
    return nameOf(this.table).replace(/~/g, '');
  }

  // the reader came by a link, or went back
  readAddress() {
    const found = inAddress(this.addressName());
    const column = found?.way && this.headings()[found.column];
    if (column && this.isSortable()) {
      this.sorted = { column: said(column), way: found.way };
    }
    if (found?.filter) {
      this.input.value = found.filter;
    }
  }

  writeAddress() {
    const column = this.headings().findIndex((each) => each.hasAttribute('aria-sort') && each.querySelector('.table-sort'));
    const way = column < 0 ? '' : Object.keys(WAYS).find((each) => WAYS[each] === this.sorted.way);
    const filter = this.input.value.slice(0, LONGEST_FILTER);
    toAddress(this.addressName(), way || filter ? `${this.addressName()}~${way ? column + 1 : ''}~${way}~${filter}` : undefined);
  }

  // whatever the server added or changed since
  refresh() {
    if (!words || !this.table.caption || this.table.closest(WITHOUT_TOOLS)) {
      return;
    }
    if (this.table.previousSibling !== this.bar) {
      this.table.before(this.bar);
    }
    if (this.isSortable()) {
      this.headings().forEach((heading) => this.makeSortable(heading));
    }
    // an empty table does not know yet by what it can be sorted
    if (!this.isAddressRead && this.groups().length > 0) {
      this.isAddressRead = true;
      this.readAddress();
    }
    this.keep();
    if (filtering === nameOf(this.table) && document.activeElement === document.body) {
      this.input.focus({ preventScroll: true });
    }
  }

  // what can be done with a row orders nothing
  holdsActs(heading) {
    return this.groups().some(([row]) => row.cells[heading.cellIndex]?.firstElementChild?.matches('button, vaadin-button'));
  }

  makeSortable(heading) {
    if (heading.querySelector('button, a') || heading.colSpan > 1 || !said(heading) || this.holdsActs(heading)) {
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'table-sort';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => this.turn(said(heading)));
    heading.append(button);
  }

  turn(column) {
    const before = this.sorted?.column === column ? this.sorted.way : undefined;
    this.sorted = before === 'descending' ? null : { column, way: before === 'ascending' ? 'descending' : 'ascending' };
    this.order.set(this.sorted);
    this.keep();
    this.tell(this.sorted ? told(words[this.sorted.way], column) : words.unsorted);
  }

  // a new row stands where the server put it: behind the one before it
  notePlaces(groups) {
    let former;
    for (const group of groups) {
      if (!this.places.has(group[0])) {
        const known = groups.map((other) => this.places.get(other[0])).filter((place) => place !== undefined);
        const behind = known.filter((place) => former === undefined || place > former);
        const next = behind.length > 0 ? Math.min(...behind) : undefined;
        this.places.set(group[0], former === undefined ? (next ?? 1) - 1 : next === undefined ? former + 1 : (former + next) / 2);
      }
      former = this.places.get(group[0]);
    }
  }

  // the order and the filter hold, whatever the server changed
  keep() {
    this.observer.disconnect();
    const groups = this.groups();
    this.notePlaces(groups);
    this.sort(groups);
    this.sift(groups);
    if (this.isAddressRead) {
      this.writeAddress();
    }
    if (this.body()) {
      this.observer.observe(this.body(), { childList: true, characterData: true, subtree: true });
    }
  }

  sort(groups) {
    const heading = this.headings().find((each) => each.querySelector('.table-sort') && said(each) === this.sorted?.column);
    for (const each of this.headings()) {
      if (each === heading) {
        each.setAttribute('aria-sort', this.sorted.way);
      } else if (each.querySelector('.table-sort')) {
        each.removeAttribute('aria-sort');
      }
    }
    const way = heading && this.sorted.way === 'descending' ? -1 : 1;
    const valued = groups.map((rows) => ({
      rows,
      value: heading ? valueOf(said(rows[0].cells[heading.cellIndex])) : { number: this.places.get(rows[0]) },
      place: this.places.get(rows[0]),
    }));
    valued.sort((one, other) => compare(one.value, other.value, way) || one.place - other.place);
    const rows = valued.flatMap((group) => group.rows);
    if (rows.some((row, place) => this.body().rows[place] !== row)) {
      const focused = document.activeElement;
      this.body().append(...rows);
      if (this.body().contains(focused)) {
        focused.focus({ preventScroll: true });
      }
    }
  }

  sift(groups) {
    const wanted = plain(this.input.value).split(/\s+/).filter(Boolean);
    // a filter that hides something can always be taken away
    this.label.hidden = groups.length < FEWEST_TO_FILTER && wanted.length === 0;
    this.table.classList.toggle('filtered', wanted.length > 0);
    for (const rows of groups) {
      const text = wanted.length > 0 ? plain(rows.flatMap((row) => [...row.cells].map(said)).join(' ')) : '';
      const isOut = wanted.some((word) => !text.includes(word));
      rows.forEach((row) => row.classList.toggle('filtered-out', isOut));
    }
    if (wanted.length > 0) {
      this.table.dataset.found = this.found();
    } else {
      delete this.table.dataset.found;
    }
  }

  shownRows() {
    return [...(this.body()?.rows ?? [])].filter((row) => !row.classList.contains('filtered-out'));
  }

  found() {
    return told(words.found, this.shownRows().length, this.body()?.rows.length ?? 0);
  }

  // as a spreadsheet takes it in
  text() {
    const rows = [...(this.table.tHead?.rows ?? []), ...this.shownRows(), ...(this.table.tFoot?.rows ?? [])];
    return rows
      .map((row) => [...row.cells].map((cell) => said(cell).replace(/^\u2212(?=\d)/, '-')).join('\t'))
      .join('\n');
  }
}

const write = async (text) => {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // a browser that has no clipboard for pages without TLS
  const from = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  from?.focus({ preventScroll: true });
};

// --- all tables

const tools = new WeakMap();

const refresh = () => {
  document.querySelectorAll('.table-tools').forEach((bar) => {
    if (!bar.nextElementSibling?.matches(TABLE)) {
      // its table is gone
      bar.remove();
    }
  });
  for (const table of document.querySelectorAll(TABLE)) {
    if (!tools.has(table)) {
      tools.set(table, new Tools(table));
    }
    tools.get(table).refresh();
  }
};

// each entry of the history has its own choices
const goBack = () =>
  document.querySelectorAll(TABLE).forEach((table) => {
    const known = tools.get(table);
    if (known?.isAddressRead) {
      known.sorted = null;
      known.input.value = '';
      known.readAddress();
      known.keep();
    }
  });

let isDue = false;
if (words) {
  addEventListener('popstate', goBack);
  new MutationObserver((changes) => {
    // a chart draws itself anew while the mouse moves over it
    if (!isDue && changes.some((change) => !change.target.closest('vaadin-chart, .table-tools'))) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        refresh();
      });
    }
  }).observe(document.body, { childList: true, subtree: true });
}
