package nl.mjpmonitor.dashboard.exports;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.reports.ReportCells;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.stereotype.Component;

/**
 * Makes documents of figures as they stand on a page: the figures with their marks, what they count and where they come from. It asks
 * nothing by itself, so a document says no more than the answer it is made of.
 */
@Component
public class FigureDocuments {

    /** Years beside each other compare well as bars; more of them are a course. */
    private static final int MOST_BARS = 16;

    private final ReadableCatalogue catalogue;
    private final Areas areas;
    private final DemoMark.Setting demo;
    private final Texts texts;
    private final Clock clock;

    FigureDocuments(ReadableCatalogue catalogue, Areas areas, DemoMark.Setting demo, Texts texts, Clock clock) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.demo = demo;
        this.texts = texts;
        this.clock = clock;
    }

    /** One series. */
    public Document of(SeriesFigures figures, Locale locale) {
        FigureWords words = new FigureWords(texts, locale);
        return new Document(
                figures.indicator().name().in(locale),
                words.text("export.subtitle", figures.area().name(), grain(figures.grain(), words)),
                locale,
                origin(
                        figures.peildatum(),
                        marks(figures.points()).contains(PointMark.DEMONSTRATION),
                        figures.indicator().confidentiality(),
                        List.of(figures.indicator()),
                        words),
                List.of(
                        new Section("reeks", words.text("export.series"), List.of(series(figures, words))),
                        new Section(
                                "definitie",
                                words.text("export.definition"),
                                List.of(definition(figures.indicator(), words)))));
    }

    /**
     * A page, as it is shown now, with the definitions of its figures. The session of the page must be locked.
     *
     * @return empty when nothing stands on the page
     */
    Optional<Document> of(PageFigures page, Locale locale) {
        FigureWords words = new FigureWords(texts, locale);
        List<Section> sections = new ArrayList<>(PageReader.read(page.content(), words));
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        List<Indicator> indicators = page.asked().stream()
                .map(SeriesRequest::indicator)
                .distinct()
                .flatMap(id -> catalogue.find(id).stream())
                .toList();
        boolean isDemonstration = sections.stream()
                .flatMap(Section::tables)
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.mark().contains(PointMark.DEMONSTRATION.letter()));
        Confidentiality confidentiality = Stream.concat(
                        Stream.of(page.confidentiality()), indicators.stream().map(Indicator::confidentiality))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!indicators.isEmpty()) {
            sections.add(new Section(
                    "definities-van-cijfers",
                    words.text("export.definition"),
                    List.of(definitions(indicators, words))));
        }
        return Optional.of(new Document(
                page.title(),
                page.subtitle(),
                locale,
                origin(page.peildatum(), isDemonstration, confidentiality, indicators, words),
                sections));
    }

    private static Table definitions(List<Indicator> indicators, FigureWords words) {
        return new Table(
                "definities-tabel",
                words.text("export.definition.caption"),
                words.text("table.indicator"),
                List.of(
                        new Column(words.text("report.column.definition"), false),
                        new Column(words.text("report.column.unit"), false),
                        new Column(words.text("export.definition.source"), false)),
                indicators.stream()
                        .map(indicator -> new Row(
                                indicator.name().in(words.locale()),
                                List.of(
                                        Cell.text(indicator.definition().in(words.locale())),
                                        Cell.text(words.unit(indicator.unit())),
                                        // in full on the first page
                                        Cell.text(words.text("source.short." + indicator.source())))))
                        .toList(),
                List.of());
    }

    private static String grain(PeriodGrain grain, FigureWords words) {
        return switch (grain) {
            case YEAR -> words.text("grain.JAAR");
            case QUARTER -> words.text("grain.KWARTAAL");
            case MONTH -> words.text("grain.MAAND");
            case ROLLING_YEAR -> words.text("grain.VOORTSCHRIJDEND");
            case YEAR_TO_DATE -> words.text("export.grain.year-to-date");
            case SPAN -> words.text("export.grain.span");
        };
    }

    private DocumentOrigin origin(
            Instant peildatum,
            boolean isDemonstration,
            Confidentiality confidentiality,
            List<Indicator> indicators,
            FigureWords words) {
        return new DocumentOrigin(
                words.text("report.organisation", areas.municipality().name()),
                peildatum,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                words.text("export.edition"),
                Optional.ofNullable(FigureDocuments.class.getPackage().getImplementationVersion())
                        .orElseGet(() -> words.text("admin.version.unknown")),
                demo.isDemonstration() || isDemonstration,
                confidentiality,
                indicators.stream()
                        .map(indicator -> words.text("source." + indicator.source()))
                        .distinct()
                        .toList());
    }

    private static Block series(SeriesFigures figures, FigureWords words) {
        Table table = table(figures, words);
        List<Optional<BigDecimal>> values = figures.points().stream()
                .map(point -> ReportCells.amount(point.value()))
                .toList();
        if (values.stream().allMatch(Optional::isEmpty)) {
            return table;
        }
        return new Chart(
                "grafiek",
                words.text(
                        "export.chart",
                        figures.indicator().name().in(words.locale()),
                        figures.area().name()),
                description(figures, words),
                figures.grain() == PeriodGrain.YEAR && values.size() <= MOST_BARS ? ChartKind.BARS : ChartKind.LINES,
                figures.points().stream().map(point -> point.period().label()).toList(),
                List.of(new ChartLine(
                        figures.indicator().name().in(words.locale()),
                        values,
                        figures.points().stream()
                                .map(point -> PointMark.of(point).contains(PointMark.PROVISIONAL))
                                .toList())),
                table);
    }

    private static String description(SeriesFigures figures, FigureWords words) {
        List<IndicatorPoint> known = figures.points().stream()
                .filter(point -> ReportCells.amount(point.value()).isPresent())
                .toList();
        IndicatorPoint last = known.getLast();
        String newest = words.text(
                "indicator.finding",
                last.period().label(words.locale()),
                words.value(last.value()).text(),
                words.unit(figures.indicator().unit()));
        return words.extremes(known, point -> point.period().label(words.locale()))
                .map(extremes -> newest + " " + extremes)
                .orElse(newest);
    }

    private static Table table(SeriesFigures figures, FigureWords words) {
        ReportCells cells = new ReportCells(words);
        Indicator indicator = figures.indicator();
        return new Table(
                "cijfers",
                words.text(
                        "export.caption",
                        indicator.name().in(words.locale()),
                        figures.area().name(),
                        words.unit(indicator.unit())),
                words.text("table.period"),
                List.of(new Column(words.text("export.value"), true)),
                figures.points().stream()
                        .map(point ->
                                new Row(point.period().label(words.locale()), List.of(cells.figure(point, indicator))))
                        .toList(),
                notes(figures.points(), words));
    }

    private static List<String> notes(List<IndicatorPoint> points, FigureWords words) {
        List<String> notes = new ArrayList<>();
        if (points.isEmpty()) {
            notes.add(words.text("export.none"));
        }
        marks(points)
                .forEach(mark -> notes.add(words.text("report.note.mark", mark.letter(), words.text(mark.textKey()))));
        if (points.stream().anyMatch(point -> point.value() instanceof IndicatorValue.Unknown)) {
            notes.add(words.text("report.note.unknown", words.text("figure.unknown")));
        }
        if (points.stream().anyMatch(point -> point.value() instanceof IndicatorValue.Suppressed)) {
            notes.add(words.text("report.note.suppressed", words.text("figure.suppressed")));
        }
        return notes;
    }

    private static Set<PointMark> marks(List<IndicatorPoint> points) {
        return points.stream()
                .flatMap(point -> PointMark.of(point).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PointMark.class)));
    }

    private static Table definition(Indicator indicator, FigureWords words) {
        Locale locale = words.locale();
        String versions = indicator.versions().stream()
                .map(DefinitionVersion::from)
                .map(from -> Period.month(from.getYear(), from.getMonthValue()).label(locale))
                .collect(Collectors.joining("; "));
        return new Table(
                "definities",
                words.text("export.definition.caption"),
                words.text("export.definition.heading"),
                List.of(new Column(words.text("export.definition.column"), false)),
                List.of(
                        row(
                                words.text("report.column.definition"),
                                indicator.definition().in(locale)),
                        row(words.text("report.column.unit"), words.unit(indicator.unit())),
                        row(words.text("export.definition.source"), words.text("source." + indicator.source())),
                        row(words.text("export.definition.owner"), indicator.owner()),
                        row(words.text("export.definition.versions"), versions)),
                indicator.notes().stream()
                        .map(note -> note.document() + ": "
                                + note.text().map(text -> text.in(locale)).orElse(note.quote()))
                        .toList());
    }

    private static Row row(String heading, String text) {
        return new Row(heading, List.of(Cell.text(text)));
    }
}
