package nl.mjpmonitor.dashboard.documents.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.charts.SvgWriter.Anchor;
import nl.mjpmonitor.dashboard.figures.FigureFormat;

/**
 * Draws a chart as SVG: labels at the data instead of a legend where they fit, an axis from zero, gaps for what is missing, hollow
 * shapes for what may still change. What is withheld or unknown is a gap here and a word in the chart's table.
 */
final class ChartDrawing {

    /** Across a column of text on A4 its letters are as large as those of a table. */
    private static final int WIDTH = 640;

    private static final int ABOVE_POINT = 7;
    private static final int BELOW_POINT = 17;

    private static final int HEIGHT = 200;
    private static final double TOP = 18;
    private static final double BOTTOM = 24;
    private static final double LEFT = 44;
    private static final int FUNNEL_ROW = 22;
    private static final double FUNNEL_NAMES = 262;
    private static final double FUNNEL_FIGURES = 60;
    private static final double CHARACTER = 6.2;
    private static final double NAME_CHARACTER = 5.6;
    private static final int LINE_HEIGHT = 14;
    private static final int MOST_BARS_WITH_FIGURES = 16;

    private final Chart chart;
    private final FigureFormat format;

    /** @param locale how numbers are written */
    ChartDrawing(Chart chart, Locale locale) {
        this.chart = chart;
        this.format = new FigureFormat(locale);
    }

    void write(SvgWriter svg) throws XMLStreamException {
        switch (chart.kind()) {
            case BARS, LINES -> drawOverLabels(svg);
            case FUNNEL -> drawFunnel(svg);
        }
    }

    private void drawOverLabels(SvgWriter svg) throws XMLStreamException {
        int legend = chart.lines().size() > 1 ? LINE_HEIGHT * chart.lines().size() + 4 : 0;
        svg.start(WIDTH, HEIGHT + legend, chart.description());
        AxisScale scale = AxisScale.of(
                chart.lines().stream().flatMap(line -> line.values().stream()).flatMap(Optional::stream));
        for (BigDecimal tick : scale.ticks()) {
            double y = y(scale, tick);
            svg.line(LEFT, y, WIDTH, y, tick.signum() == 0 ? Ink.AXIS : Ink.RULE, 0.7, "");
            svg.text(LEFT - 6, y + 4, number(tick), Ink.TEXT_2, Anchor.END);
        }
        drawLabels(svg);
        for (int place = 0; place < chart.lines().size(); place++) {
            ChartLine line = chart.lines().get(place);
            switch (chart.kind()) {
                case BARS -> drawBars(svg, scale, line, place);
                case LINES, FUNNEL -> drawLine(svg, scale, line, place);
            }
            if (legend > 0) {
                double y = HEIGHT + LINE_HEIGHT * (place + 1);
                svg.line(LEFT, y - 4, LEFT + 28, y - 4, Ink.ofLine(place), 3, Ink.dashes(place));
                svg.text(LEFT + 36, y, line.name(), Ink.TEXT, Anchor.START);
            }
        }
        svg.end();
    }

    /** As many labels as fit, counted back from the last one. */
    private void drawLabels(SvgWriter svg) throws XMLStreamException {
        int longest = chart.labels().stream().mapToInt(String::length).max().orElse(1);
        int last = chart.labels().size() - 1;
        double pushedBack = Math.max(0, middle(last) + longest * CHARACTER / 2 - WIDTH);
        int every = Math.max(1, (int) Math.ceil(((longest + 1) * CHARACTER + pushedBack) / slot()));
        for (int i = 0; i <= last; i++) {
            if ((last - i) % every == 0) {
                String label = chart.labels().get(i);
                boolean isCut = middle(i) + label.length() * CHARACTER / 2 > WIDTH;
                svg.text(
                        isCut ? WIDTH : middle(i),
                        HEIGHT - BOTTOM + 16,
                        label,
                        Ink.TEXT_2,
                        isCut ? Anchor.END : Anchor.MIDDLE);
            }
        }
    }

    private void drawBars(SvgWriter svg, AxisScale scale, ChartLine line, int place) throws XMLStreamException {
        double width = slot() * 0.7 / chart.lines().size();
        boolean hasFigures = chart.labels().size() * chart.lines().size() <= MOST_BARS_WITH_FIGURES;
        double zero = y(scale, BigDecimal.ZERO);
        for (int i = 0; i < line.values().size(); i++) {
            Optional<BigDecimal> value = line.values().get(i);
            if (value.isEmpty()) {
                continue;
            }
            double y = y(scale, value.get());
            double left = middle(i) - slot() * 0.35 + width * place;
            svg.rectangle(
                    left,
                    Math.min(y, zero),
                    Math.max(1, width - 1),
                    Math.max(0.6, Math.abs(zero - y)),
                    Ink.ofLine(place),
                    line.isProvisional().get(i));
            if (hasFigures) {
                svg.text(left + width / 2, Math.min(y, zero) - 4, number(value.get()), Ink.TEXT, Anchor.MIDDLE);
            }
        }
    }

    private void drawLine(SvgWriter svg, AxisScale scale, ChartLine line, int place) throws XMLStreamException {
        List<Optional<BigDecimal>> values = line.values();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                continue;
            }
            double y = y(scale, values.get(i).get());
            if (i > 0 && values.get(i - 1).isPresent()) {
                svg.line(
                        middle(i - 1),
                        y(scale, values.get(i - 1).get()),
                        middle(i),
                        y,
                        Ink.ofLine(place),
                        1.8,
                        line.isProvisional().get(i) ? "2 3" : Ink.dashes(place));
            }
            if (isAlone(values, i) || i == lastKnown(values)) {
                svg.dot(middle(i), y, Ink.ofLine(place), line.isProvisional().get(i));
            }
        }
        int last = lastKnown(values);
        if (last >= 0 && chart.lines().size() == 1) {
            BigDecimal value = values.get(last).orElseThrow();
            double y = y(scale, value);
            // not over the line that comes to it from above
            boolean isBelow = last > 0
                    && values.get(last - 1)
                            .filter(before -> before.compareTo(value) > 0)
                            .isPresent()
                    && y + BELOW_POINT < HEIGHT - BOTTOM;
            svg.text(
                    Math.min(middle(last), WIDTH - 2),
                    isBelow ? y + BELOW_POINT : y - ABOVE_POINT,
                    number(value),
                    Ink.TEXT,
                    Anchor.END);
        }
    }

    private static boolean isAlone(List<Optional<BigDecimal>> values, int place) {
        return (place == 0 || values.get(place - 1).isEmpty())
                && (place == values.size() - 1 || values.get(place + 1).isEmpty());
    }

    private static int lastKnown(List<Optional<BigDecimal>> values) {
        return IntStream.iterate(values.size() - 1, place -> place >= 0, place -> place - 1)
                .filter(place -> values.get(place).isPresent())
                .findFirst()
                .orElse(-1);
    }

    private void drawFunnel(SvgWriter svg) throws XMLStreamException {
        ChartLine line = chart.lines().getFirst();
        AxisScale scale = AxisScale.of(line.values().stream().flatMap(Optional::stream));
        double room = WIDTH - FUNNEL_NAMES - FUNNEL_FIGURES;
        svg.start(WIDTH, FUNNEL_ROW * chart.labels().size(), chart.description());
        for (int i = 0; i < chart.labels().size(); i++) {
            double y = FUNNEL_ROW * i;
            String name = Cut.to(chart.labels().get(i), (int) (FUNNEL_NAMES / NAME_CHARACTER));
            svg.text(FUNNEL_NAMES - 8, y + 15, name, Ink.TEXT, Anchor.END);
            Optional<BigDecimal> value = line.values().get(i);
            double length =
                    value.map(known -> Math.max(1, scale.share(known) * room)).orElse(0.0);
            if (value.isPresent()) {
                svg.rectangle(
                        FUNNEL_NAMES,
                        y + 3,
                        length,
                        FUNNEL_ROW - 7,
                        Ink.FIRST,
                        line.isProvisional().get(i));
            }
            String figure = value.isPresent()
                    ? number(value.get())
                    : chart.table().rows().get(i).cells().getFirst().text();
            svg.text(FUNNEL_NAMES + length + 6, y + 15, figure, Ink.TEXT, Anchor.START);
        }
        svg.end();
    }

    private double slot() {
        return (WIDTH - LEFT) / Math.max(1, chart.labels().size());
    }

    private double middle(int place) {
        return LEFT + slot() * (place + 0.5);
    }

    private static double y(AxisScale scale, BigDecimal value) {
        return TOP + (1 - scale.share(value)) * (HEIGHT - TOP - BOTTOM);
    }

    private String number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? format.count(value.longValue()) : format.decimal(value);
    }
}
