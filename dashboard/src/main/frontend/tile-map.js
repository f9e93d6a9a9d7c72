// A map of tiles is one stop of the Tab key. The arrows look for the nearest tile in their direction, over the river too;
// Home and End go to the ends of the row. Tiles are buttons, or shapes of a drawing with a place of their own.
const DIRECTIONS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
// a step aside counts for more than a step ahead, so that a row or column is kept where it can be
const ASIDE = 2.5;

const place = (tile) => [Number(tile.dataset.row), Number(tile.dataset.column)];

const TILE = '[data-row]';

const nearest = (tiles, from, [down, right]) => {
  const [row, column] = place(from);
  let best;
  for (const tile of tiles) {
    const [y, x] = place(tile);
    const ahead = (y - row) * down + (x - column) * right;
    if (ahead > 0) {
      const aside = Math.abs((y - row) * right) + Math.abs((x - column) * down);
      const distance = ahead + ASIDE * aside;
      if (!best || distance < best.distance) {
        best = { tile, distance };
      }
    }
  }
  return best?.tile;
};

const endOfRow = (tiles, from, last) => {
  const row = tiles.filter((tile) => tile.dataset.row === from.dataset.row).sort((a, b) => place(a)[1] - place(b)[1]);
  return last ? row.at(-1) : row[0];
};

const attach = (grid) => {
  grid.addEventListener('keydown', (event) => {
    const from = event.target.closest(TILE);
    const tiles = [...grid.querySelectorAll(TILE)];
    if (!from || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    // a drawn tile is no button of the browser: it is pressed here
    if ((event.key === 'Enter' || event.key === ' ') && !(from instanceof HTMLButtonElement)) {
      event.preventDefault();
      from.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return;
    }
    const isRowEnd = event.key === 'Home' || event.key === 'End';
    const to = isRowEnd
      ? endOfRow(tiles, from, event.key === 'End')
      : DIRECTIONS[event.key] && nearest(tiles, from, DIRECTIONS[event.key]);
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });
  grid.addEventListener('focusin', (event) => {
    const chosen = event.target.closest(TILE);
    for (const tile of grid.querySelectorAll(TILE)) {
      tile.setAttribute('tabindex', tile === chosen ? '0' : '-1');
    }
  });
};

window.mjpTileMap = { attach };
