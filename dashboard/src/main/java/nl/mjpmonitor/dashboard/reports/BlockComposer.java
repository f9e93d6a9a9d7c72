package nl.mjpmonitor.dashboard.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.ranking.AreaRanking;
import nl.mjpmonitor.dashboard.ranking.DrawnMap;
import nl.mjpmonitor.dashboard.ranking.RankedTiles;
import nl.mjpmonitor.dashboard.ranking.RateClasses;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** Makes the blocks of a document out of the answers of the warehouse. */
final class BlockComposer {

    private static final int WORD_COLUMN = 1;

    private final ReportOrder order;
    private final ReportQuestions questions;
    private final KnownPoints points;
    private final IndicatorCatalogue catalogue;
    private final TilePlaces places;
    private final FigureWords words;
    private final ReportCells cells;
    private final Locale locale;

    BlockComposer(
            ReportOrder order,
            ReportQuestions questions,
            KnownPoints points,
            IndicatorCatalogue catalogue,
            TilePlaces places,
            FigureWords words) {
        this.order = order;
        this.questions = questions;
        this.points = points;
        this.catalogue = catalogue;
        this.places = places;
        this.words = words;
        this.cells = new ReportCells(words);
        this.locale = order.locale();
    }

    /** The block; empty for a text that nobody wrote. */
    Optional<Block> compose(ReportBlock block) {
        return switch (block) {
            case ReportBlock.Text text ->
                Optional.ofNullable(order.texts().get(text.id()))
                        .filter(written -> !written.isBlank())
                        .map(Paragraph::new);
            case ReportBlock.Figures figures -> Optional.of(table(figures));
            case ReportBlock.Trend trend -> Optional.of(chart(trend));
            case ReportBlock.Steps steps -> Optional.of(chart(steps));
            case ReportBlock.Buurten map -> Optional.of(map(map));
        };
    }

    private Table table(ReportBlock.Figures block) {
        List<Indicator> indicators = indicators(block);
        boolean isOfOneUnit =
                indicators.stream().map(Indicator::unit).distinct().count() == 1;
        List<Column> columns = new ArrayList<>();
        if (!isOfOneUnit) {
            columns.add(new Column(words.text("report.column.unit"), false));
        }
        columns.addAll(columns(block.columns()));
        List<Row> rows = indicators.stream()
                .map(indicator -> row(indicator, block.columns(), isOfOneUnit))
                .toList();
        List<IndicatorPoint> shown = indicators.stream()
                .flatMap(indicator -> block.columns().stream().flatMap(column -> point(column, indicator).stream()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (isOfOneUnit) {
            notes.add(words.text(
                    "report.note.unit", words.unit(indicators.getFirst().unit())));
        }
        notes.addAll(notes(shown, rows));
        return new Table(
                block.id(), block.caption().in(locale), words.text("report.column.indicator"), columns, rows, notes);
    }

    private List<Column> columns(List<ReportColumn> asked) {
        List<Column> columns = new ArrayList<>();
        List<Period> before = new ArrayList<>();
        for (ReportColumn column : asked) {
            switch (column) {
                case ReportColumn.Figure figure -> {
                    Period period = figure.period(order.period());
                    columns.add(new Column(
                            figure.isOfMunicipality()
                                    ? questions.area(figure).name() + ", " + period.label(locale)
                                    : period.label(locale),
                            true));
                    if (!figure.isOfMunicipality()) {
                        before.add(period);
                    }
                }
                case ReportColumn.Fixed(Period period) -> {
                    columns.add(new Column(period.label(locale), true));
                    before.add(period);
                }
                case ReportColumn.Comparison(ReportColumn.Comparison.Kind kind) ->
                    columns.add(new Column(
                            title(kind, before.get(before.size() - 2), before.getLast()),
                            kind != ReportColumn.Comparison.Kind.JUDGEMENT));
            }
        }
        return columns;
    }

    private String title(ReportColumn.Comparison.Kind kind, Period before, Period now) {
        return switch (kind) {
            case DIFFERENCE -> words.text("report.column.difference");
            case JUDGEMENT -> words.text("report.column.judgement");
            case PERCENT, PERCENT_AS_PUBLISHED ->
                now.grain() == PeriodGrain.YEAR
                        ? words.text("report.column.percent.of", before.label(locale), now.label(locale))
                        : words.text("report.column.percent");
        };
    }

    private Row row(Indicator indicator, List<ReportColumn> columns, boolean isOfOneUnit) {
        List<Cell> row = new ArrayList<>(columns.size() + WORD_COLUMN);
        if (!isOfOneUnit) {
            row.add(Cell.text(words.unit(indicator.unit())));
        }
        List<Optional<IndicatorPoint>> before = new ArrayList<>();
        for (ReportColumn column : columns) {
            switch (column) {
                case ReportColumn.Comparison(ReportColumn.Comparison.Kind kind) ->
                    row.add(comparison(kind, before.get(before.size() - 2), before.getLast(), indicator));
                case ReportColumn.Figure figure -> {
                    Optional<IndicatorPoint> point = point(figure, indicator);
                    row.add(cell(point, indicator));
                    if (!figure.isOfMunicipality()) {
                        before.add(point);
                    }
                }
                case ReportColumn.Fixed fixed -> {
                    Optional<IndicatorPoint> point = point(fixed, indicator);
                    row.add(cell(point, indicator));
                    before.add(point);
                }
            }
        }
        return new Row(indicator.name().in(locale), row);
    }

    private Cell comparison(
            ReportColumn.Comparison.Kind kind,
            Optional<IndicatorPoint> before,
            Optional<IndicatorPoint> now,
            Indicator indicator) {
        return before.isPresent() && now.isPresent()
                ? cells.comparison(kind, before.get(), now.get(), indicator)
                : cells.closed();
    }

    private Cell cell(Optional<IndicatorPoint> point, Indicator indicator) {
        return point.map(known -> cells.figure(known, indicator)).orElseGet(cells::closed);
    }

    private Optional<IndicatorPoint> point(ReportColumn column, Indicator indicator) {
        return switch (column) {
            case ReportColumn.Comparison _ -> Optional.empty();
            case ReportColumn.Figure figure ->
                points.find(indicator.id(), questions.area(figure).code(), figure.period(order.period()));
            case ReportColumn.Fixed(Period period) ->
                points.find(indicator.id(), order.area().code(), period);
        };
    }

    private Chart chart(ReportBlock.Trend block) {
        List<Period> periods = questions.periods(block);
        List<Indicator> indicators = indicators(block);
        List<String> labels =
                periods.stream().map(period -> period.label(locale)).toList();
        List<Row> rows = periods.stream()
                .map(period -> new Row(
                        period.label(locale),
                        indicators.stream()
                                .map(indicator -> cell(own(indicator, period), indicator))
                                .toList()))
                .toList();
        List<IndicatorPoint> shown = indicators.stream()
                .flatMap(indicator -> periods.stream().flatMap(period -> own(indicator, period).stream()))
                .toList();
        Table table = new Table(
                block.id() + "-tabel",
                words.text("report.figures-of", block.title().in(locale)),
                words.text("report.column.period"),
                indicators.stream()
                        .map(indicator -> new Column(named(indicator), true))
                        .toList(),
                rows,
                notes(shown, rows));
        return new Chart(
                block.id(),
                block.title().in(locale),
                indicators.stream().map(indicator -> said(indicator, periods)).collect(Collectors.joining(" ")),
                block.kind(),
                labels,
                indicators.stream().map(indicator -> line(indicator, periods)).toList(),
                table);
    }

    private ChartLine line(Indicator indicator, List<Period> periods) {
        List<Optional<IndicatorPoint>> own =
                periods.stream().map(period -> own(indicator, period)).toList();
        return new ChartLine(
                indicator.name().in(locale),
                own.stream().map(BlockComposer::amount).toList(),
                own.stream()
                        .map(point -> point.map(PointMark::of)
                                .filter(marks -> marks.contains(PointMark.PROVISIONAL))
                                .isPresent())
                        .toList());
    }

    private String said(Indicator indicator, List<Period> periods) {
        List<IndicatorPoint> known = periods.stream()
                .flatMap(period -> own(indicator, period).stream())
                .toList();
        String name = indicator.name().in(locale) + ": ";
        if (known.size() < 2) {
            return name + words.text("figure.unknown") + ".";
        }
        return Stream.concat(
                        Stream.of(name + words.finding(known.get(known.size() - 2), known.getLast())),
                        words.extremes(known, point -> point.period().label(locale)).stream())
                .collect(Collectors.joining(" "));
    }

    private Chart chart(ReportBlock.Steps block) {
        List<Indicator> indicators = indicators(block);
        List<String> labels = new ArrayList<>();
        List<Optional<BigDecimal>> values = new ArrayList<>();
        List<Boolean> provisional = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<IndicatorPoint> shown = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Optional<IndicatorPoint> point = own(indicator, order.period());
            point.ifPresent(shown::add);
            labels.add(indicator.name().in(locale));
            values.add(amount(point));
            provisional.add(point.map(PointMark::of)
                    .filter(marks -> marks.contains(PointMark.PROVISIONAL))
                    .isPresent());
            rows.add(new Row(
                    indicator.name().in(locale),
                    List.of(Cell.text(words.unit(indicator.unit())), cell(point, indicator))));
        }
        block.remainder().ifPresent(name -> {
            Cell rest = remainder(indicators);
            labels.add(name.in(locale));
            values.add(rest.number());
            provisional.add(false);
            rows.add(new Row(
                    name.in(locale),
                    List.of(Cell.text(words.unit(indicators.getFirst().unit())), rest)));
        });
        Table table = new Table(
                block.id() + "-tabel",
                words.text("report.figures-of", block.title().in(locale)),
                words.text("report.column.step"),
                List.of(
                        new Column(words.text("report.column.unit"), false),
                        new Column(order.period().label(locale), true)),
                rows,
                notes(shown, rows));
        String description = rows.stream()
                .map(row -> row.heading() + ": " + row.cells().getLast().full())
                .collect(Collectors.joining("; ", "", "."));
        return new Chart(
                block.id(),
                block.title().in(locale),
                description,
                ChartKind.FUNNEL,
                labels,
                List.of(new ChartLine(block.title().in(locale), values, provisional)),
                table);
    }

    /** What no part accounts for. When a part is withheld so is this: it would give the part away. */
    private Cell remainder(List<Indicator> indicators) {
        List<Optional<IndicatorPoint>> all = indicators.stream()
                .map(indicator -> own(indicator, order.period()))
                .toList();
        boolean isWithheld = all.stream()
                .anyMatch(point -> point.isEmpty() || point.get().value() instanceof IndicatorValue.Suppressed);
        if (isWithheld) {
            return cells.closed();
        }
        List<Optional<BigDecimal>> amounts =
                all.stream().map(BlockComposer::amount).toList();
        if (amounts.stream().anyMatch(Optional::isEmpty)) {
            return Cell.text(words.text("figure.unknown"));
        }
        BigDecimal rest = amounts.stream()
                .skip(1)
                .flatMap(Optional::stream)
                .reduce(amounts.getFirst().orElseThrow(), BigDecimal::subtract);
        return rest.signum() < 0
                ? Cell.text(words.text("figure.unknown"))
                : Cell.number(words.format().count(rest.longValueExact()), rest, NumberKind.COUNT);
    }

    /** A buurt that was not asked is not for these readers; it is there, without a figure. */
    private AreaMap map(ReportBlock.Buurten block) {
        Indicator indicator = catalogue.require(block.indicator());
        Area municipality = questions.areas().municipality();
        AreaRanking ranking = AreaRanking.of(
                questions.buurten().stream()
                        .map(buurt -> new AreaRanking.Known(
                                buurt,
                                points.find(indicator.id(), buurt.code(), order.period())
                                        .orElseGet(() ->
                                                IndicatorPoint.of(order.period(), new IndicatorValue.NotApplicable())),
                                inhabitants(buurt, order.period())))
                        .toList(),
                indicator.perInhabitants());
        List<Period> years = questions.years(indicator);
        Optional<RateClasses> classes = RateClasses.around(
                indicator,
                years.stream()
                        .flatMap(year -> points.find(indicator.id(), municipality.code(), year).stream())
                        .toList(),
                inhabitants(municipality, years.getLast()));
        return new DrawnMap(words, places)
                .of(
                        block.id(),
                        block.id() + "-tabel",
                        block.title().in(locale),
                        new RankedTiles(words).picture(indicator, order.period().year(), ranking, classes));
    }

    private Optional<Inhabitants> inhabitants(Area area, Period year) {
        return questions.areas().population().atEndOf(area.code(), year.lastMonth());
    }

    private Optional<IndicatorPoint> own(Indicator indicator, Period period) {
        Area area = order.area();
        return points.find(indicator.id(), area.code(), period);
    }

    private static Optional<BigDecimal> amount(Optional<IndicatorPoint> point) {
        return point.flatMap(known -> ReportCells.amount(known.value()));
    }

    private List<Indicator> indicators(ReportBlock block) {
        return block.indicators().stream().map(catalogue::require).toList();
    }

    private String named(Indicator indicator) {
        String name = indicator.name().in(locale);
        return indicator.unit() == Unit.AANTAL ? name : name + ", " + words.unit(indicator.unit());
    }

    /** The key of the marks and words that stand in the table, and of no others. */
    private List<String> notes(List<IndicatorPoint> shown, List<Row> rows) {
        List<String> notes = new ArrayList<>();
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        shown.forEach(point -> marks.addAll(PointMark.of(point)));
        marks.forEach(mark -> notes.add(words.text("report.note.mark", mark.letter(), words.text(mark.textKey()))));
        List<Cell> all = rows.stream().flatMap(row -> row.cells().stream()).toList();
        if (all.stream().anyMatch(cell -> cell.mark().equals(FigureWords.SMALL_MARK))) {
            notes.add(words.text("report.note.small", FigureWords.SMALL_MARK));
        }
        addNote(notes, all, "figure.suppressed", "report.note.suppressed");
        addNote(notes, all, "figure.unknown", "report.note.unknown");
        return notes;
    }

    private void addNote(List<String> notes, List<Cell> all, String word, String note) {
        String said = words.text(word);
        if (all.stream().anyMatch(cell -> cell.text().equals(said))) {
            notes.add(words.text(note, said));
        }
    }
}
