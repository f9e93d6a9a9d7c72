// Inside a chart the style sheet of the page has no say: its shadow root takes these rules, and they take the page's tokens.
import { css, registerStyles } from '@vaadin/vaadin-themable-mixin/vaadin-themable-mixin.js';

registerStyles(
  'vaadin-chart',
  css`
    .exceptional .highcharts-plot-band,
    .highcharts-plot-band.exceptional {
      fill: var(--band);
      fill-opacity: 1;
    }

    .highcharts-plot-band.missing {
      fill: none;
    }

    /* names the picture for who does not see it */
    .highcharts-title {
      display: none;
    }

    .highcharts-plot-band-label {
      fill: var(--text-2);
      font-size: var(--chart-note-size, 13px);
    }

    .highcharts-column-series .highcharts-point {
      rx: 2px;
      stroke-width: 0;
    }

    .highcharts-column-series .highcharts-point.provisional,
    .highcharts-markers .highcharts-point.provisional {
      fill: var(--ground);
      stroke: var(--maastricht);
      stroke-dasharray: 3 2;
      stroke-width: 2px;
    }

    .highcharts-data-label text {
      font-size: 14px;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }

    .highcharts-axis-labels text {
      font-variant-numeric: tabular-nums;
    }

    .highcharts-graph {
      stroke-width: 2px;
    }

    :host(.year-chart) .highcharts-grid-line {
      stroke-width: 0;
    }

    @media print {
      #wrapper,
      #chart,
      .highcharts-container {
        height: auto !important;
        position: static !important;
        width: 100% !important;
      }

      .highcharts-root {
        display: block;
        height: auto;
        width: 100%;
      }
    }
  `,
);
