package org.jansenrit.core.report;

/** How a page looks, and the few lines that sort its tables. */
final class PageStyle {
  private PageStyle() {}

  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #222; --paper: #fff; --soft: #f3f4f6; --line: #d0d4da; --quiet: #555; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e6e6; --paper: #16181c; --soft: #22262c; --line: #3c424b; --quiet: #a9b0ba; }
      }
      * { box-sizing: border-box; }
      body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
      main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0; }
      h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
      p { max-width: 46rem; white-space: pre-line; }
      nav ol { columns: 18rem; column-gap: 3.5rem; padding-left: 1.4rem; margin: 1rem 0; }
      a { color: inherit; }
      th button { all: unset; cursor: pointer; }
      th button:focus-visible { outline: 2px solid currentColor; }
      th[aria-sort=ascending] button::after { content: " \\25B2"; }
      th[aria-sort=descending] button::after { content: " \\25BC"; }
      .scroll { overflow-x: auto; margin: 1rem 0; }
      table { border-collapse: collapse; font-size: 0.95rem; }
      th, td { padding: 0.3rem 0.8rem; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { border-bottom: 2px solid var(--quiet); }
      td { vertical-align: baseline; }
      .words { white-space: normal; min-width: 9rem; max-width: 20rem; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      pre { overflow-x: auto; background: var(--soft); padding: 0.75rem; border-radius: 6px; font-size: 0.9rem; line-height: 1.4; }
      figure { margin: 1.5rem 0; }
      figcaption { color: var(--quiet); font-size: 0.95rem; margin-top: 0.4rem; max-width: 46rem; }
      .card { background: #fff; color: #222; border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem; }
      .title { font-weight: bold; text-align: center; margin: 0.5rem auto; }
      .panels { display: grid; margin: 0 auto; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
      .panels svg { display: block; width: 100%; max-width: 100%; height: auto; }
      @media (max-width: 640px) {
        .panels { grid-template-columns: minmax(0, 1fr); }
        .card { overflow-x: auto; }
        .wide { min-width: 36rem; }
        .blank { display: none; }
        th, td { padding: 0.3rem 0.5rem; }
        th:first-child, td:first-child:not([style]) { position: sticky; left: 0; background: var(--paper); }
      }
      @media print {
        :root { --ink: #000; --paper: #fff; --soft: #f3f4f6; --line: #bbb; --quiet: #333; }
        main { max-width: none; padding: 0; }
        .panels { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
        .blank { display: block; }
        nav { display: none; }
        figure, tr, pre { break-inside: avoid; }
        thead { display: table-header-group; }
        .scroll { overflow: visible; }
        th, td { white-space: normal; }
        h2 { break-after: avoid; }
        pre { white-space: pre-wrap; }
      }
      """;

  /**
   * Sorts the rows of a table by a column, numbers by value, up and then down; a column whose cells
   * are not all numbers by its words.
   */
  static final String SCRIPT =
      """
      for (const table of document.querySelectorAll('table')) {
        const body = table.tBodies[0];
        if (body.rows.length < 2) continue;
        const number = text => Number(text.replace(/\u2212/g, '-').replace(/[,%<>\u2264\u2265\u2248~]/g, '').replace(/\u00b1.*/, ''));
        table.tHead.querySelectorAll('th').forEach((th, column) => {
          const button = document.createElement('button');
          button.append(...th.childNodes);
          th.append(button);
          button.addEventListener('click', () => {
            const up = th.getAttribute('aria-sort') !== 'ascending';
            table.tHead.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
            th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
            const text = row => row.cells[column].textContent.trim();
            const numeric = th.classList.contains('number');
            const compare = (a, b) => numeric ? rank(number(text(a))) - rank(number(text(b))) : text(a).localeCompare(text(b), 'en', {numeric: true});
            const rank = value => Number.isNaN(value) ? Number.MAX_VALUE : value;
            body.append(...[...body.rows].sort((a, b) => up ? compare(a, b) : compare(b, a)));
          });
        });
      }
      """;
}
