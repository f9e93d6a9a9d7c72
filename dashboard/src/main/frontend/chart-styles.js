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

    .normal-range .highcharts-area {
      fill: var(--band);
      fill-opacity: 1;
    }

    .normal-range .highcharts-graph {
      stroke: var(--border);
      stroke-dasharray: 2 3;
      stroke-width: 1px;
    }

    /* the limits are a band; their points say nothing */
    .highcharts-markers.normal-range {
      display: none;
    }

    .centre-line .highcharts-graph {
      stroke: var(--text-2);
      stroke-dasharray: 1 4;
      stroke-linecap: round;
    }

    .figure-line .highcharts-graph.provisional-line {
      stroke-dasharray: 6 4;
    }

    .figure-line .highcharts-point.unusual {
      stroke: var(--text);
      stroke-width: 1px;
    }

    .highcharts-plot-line.definition-break {
      stroke: var(--text);
      stroke-dasharray: 8 4;
      stroke-width: 2px;
    }

    .highcharts-plot-line.event {
      stroke: var(--text-2);
      stroke-width: 1px;
    }

    .highcharts-plot-line-label {
      fill: var(--text);
      font-size: 13px;
      font-variant-numeric: tabular-nums;
    }

    /* lines also differ by their dashes, and what is compared with is thinner */
    :host(.region-chart) .highcharts-series-1 .highcharts-graph {
      stroke-dasharray: 8 4;
    }

    :host(.region-chart) .highcharts-series-2 .highcharts-graph {
      stroke-dasharray: 2 4;
    }

    :host(.region-chart) .highcharts-series-0 .highcharts-graph {
      stroke-width: 3px;
    }

    :host(.survey-chart) .highcharts-boxplot-stem,
    :host(.survey-chart) .highcharts-boxplot-whisker {
      stroke: var(--text);
      stroke-width: 2px;
    }

    :host(.year-chart) .highcharts-grid-line {
      stroke-width: 0;
    }

    /* as wide as the paper, in the proportions it had on the screen, unless that is a narrow one */
    @media print {
      :host {
        height: auto !important;
      }

      #wrapper,
      #chart,
      .highcharts-container {
        height: auto !important;
        position: static !important;
        width: 100% !important;
      }

      /* drawn for a screen, it is made smaller */
      :host(.indicator-chart) .highcharts-axis-labels text,
      :host(.month-chart) .highcharts-axis-labels text {
        font-size: 17px;
      }

      .highcharts-root {
        display: block;
        height: auto;
        max-height: 380px;
        width: 100%;
      }
    }
  `,
);
