package nl.mjpmonitor.dashboard.reports;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a document of a kind of report, figures and texts. Everything is asked at once, on behalf of the reader of this thread and
 * never more than the audience of the report may see. What cannot be made becomes a failure in its place; the rest stays.
 */
@Component
public class ReportComposer {

    /** Id of the section with the definitions. */
    public static final String DEFINITIONS = "verantwoording";

    private static final Logger LOG = LoggerFactory.getLogger(ReportComposer.class);

    private final IndicatorQuery query;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final TilePlaces places;
    private final DemoMark.Setting demo;
    private final Texts texts;
    private final Clock clock;

    ReportComposer(
            IndicatorQuery query,
            IndicatorCatalogue catalogue,
            Areas areas,
            TilePlaces places,
            DemoMark.Setting demo,
            Texts texts,
            Clock clock) {
        this.query = query;
        this.catalogue = catalogue;
        this.areas = areas;
        this.places = places;
        this.demo = demo;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was found out for one report. */
    private record Answered(KnownPoints points, boolean isReachable) {}

    /**
     * Makes the document.
     *
     * @throws nl.mjpmonitor.dashboard.access.OutOfScopeException when the reader of this thread may not see all of it
     */
    public Document compose(ReportOrder order) {
        FigureWords words = new FigureWords(texts, order.locale());
        ReportQuestions questions = new ReportQuestions(order, catalogue, areas);
        Answered answered = ask(questions);
        BlockComposer blocks = new BlockComposer(order, questions, answered.points(), catalogue, places, words);
        List<Section> sections = new ArrayList<>();
        for (ReportSection section : order.definition().sections()) {
            List<Block> made = section.blocks().stream()
                    .flatMap(block -> compose(block, blocks, answered, words).stream())
                    .toList();
            if (!made.isEmpty()) {
                sections.add(new Section(section.id(), section.title().in(order.locale()), made));
            }
        }
        sections.add(definitions(order, words));
        return new Document(
                order.definition().title(order.locale()),
                subtitle(order),
                order.locale(),
                origin(order, answered, words),
                sections);
    }

    private Answered ask(ReportQuestions questions) {
        Set<SeriesRequest> asked = new LinkedHashSet<>();
        for (ReportSection section : questions.order().definition().sections()) {
            section.blocks().forEach(block -> asked.addAll(questionsOf(questions, block)));
        }
        try {
            List<SeriesRequest> all = List.copyOf(asked);
            List<IndicatorSeries> answers = new ArrayList<>();
            for (int from = 0; from < all.size(); from += IndicatorQuery.MAXIMUM) {
                answers.addAll(query.series(all.subList(from, Math.min(all.size(), from + IndicatorQuery.MAXIMUM))));
            }
            return new Answered(new KnownPoints(answers), true);
        } catch (WarehouseException away) {
            LOG.warn("A report has no figures: {}", away.getMessage());
            return new Answered(new KnownPoints(List.of()), false);
        }
    }

    /** None for a block that cannot be asked: it fails on its own, later. */
    private static List<SeriesRequest> questionsOf(ReportQuestions questions, ReportBlock block) {
        try {
            return questions.of(block);
        } catch (IllegalArgumentException impossible) {
            LOG.warn("Block {} cannot be asked: {}", block.id(), impossible.getMessage());
            return List.of();
        }
    }

    private static Optional<Block> compose(
            ReportBlock block, BlockComposer composer, Answered answered, FigureWords words) {
        if (!answered.isReachable() && !block.indicators().isEmpty()) {
            return Optional.of(new Failure(words.text("report.failure.away", title(block, words.locale()))));
        }
        try {
            return composer.compose(block);
        } catch (RuntimeException unforeseen) {
            LOG.error("Block {} of a report could not be made", block.id(), unforeseen);
            return Optional.of(new Failure(words.text("report.failure", title(block, words.locale()))));
        }
    }

    private static String title(ReportBlock block, Locale locale) {
        return switch (block) {
            case ReportBlock.Text text -> text.label().in(locale);
            case ReportBlock.Figures figures -> figures.caption().in(locale);
            case ReportBlock.Trend trend -> trend.title().in(locale);
            case ReportBlock.Steps steps -> steps.title().in(locale);
            case ReportBlock.Buurten map -> map.title().in(locale);
        };
    }

    private static String subtitle(ReportOrder order) {
        String period = order.period().label(order.locale());
        return order.area().kind() == AreaKind.GEMEENTE
                ? order.area().name() + ", " + period
                : order.area().name() + " (" + order.area().code() + "), " + period;
    }

    private DocumentOrigin origin(ReportOrder order, Answered answered, FigureWords words) {
        List<String> sources = order.definition().indicators().stream()
                .map(catalogue::require)
                .map(Indicator::source)
                .distinct()
                .map(source -> words.text("source." + source))
                .toList();
        return new DocumentOrigin(
                words.text("report.organisation", areas.municipality().name()),
                order.peildatum(),
                clock.instant(),
                order.edition(),
                codeVersion(words),
                demo.isDemonstration() || answered.points().holdsDemonstration(),
                order.definition().confidentiality(),
                sources);
    }

    private static String codeVersion(FigureWords words) {
        return Optional.ofNullable(ReportComposer.class.getPackage().getImplementationVersion())
                .orElseGet(() -> words.text("admin.version.unknown"));
    }

    /** What is counted, and since when in this way: one row an indicator. */
    private Section definitions(ReportOrder order, FigureWords words) {
        Locale locale = order.locale();
        List<Row> rows = order.definition().indicators().stream()
                .map(catalogue::require)
                .map(indicator -> new Row(
                        indicator.name().in(locale),
                        List.of(
                                Cell.text(indicator.definition().in(locale)),
                                Cell.text(words.unit(indicator.unit())),
                                Cell.text(validFrom(indicator, order.period(), words)))))
                .toList();
        return new Section(
                DEFINITIONS,
                words.text("report.definitions"),
                List.of(new Table(
                        DEFINITIONS + "-definities",
                        words.text("report.definitions.caption"),
                        words.text("report.column.indicator"),
                        List.of(
                                new Column(words.text("report.column.definition"), false),
                                new Column(words.text("report.column.unit"), false),
                                new Column(words.text("report.column.valid-from"), false)),
                        rows,
                        List.of())));
    }

    /** The first month of the version of the definition that holds at the end of the period. */
    private static String validFrom(Indicator indicator, Period period, FigureWords words) {
        YearMonth last = period.lastMonth();
        return indicator.versions().stream()
                .filter(version -> !version.from().isAfter(last))
                .map(DefinitionVersion::from)
                .reduce((earlier, later) -> later)
                .map(from -> Period.month(from.getYear(), from.getMonthValue()).label(words.locale()))
                .orElseGet(() -> words.text("figure.not-applicable"));
    }
}
