package nl.mjpmonitor.dashboard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.documents.pdf.PdfRenderer;
import nl.mjpmonitor.dashboard.documents.pdf.PdfVerdict;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.published.Asked;
import nl.mjpmonitor.warehouse.published.PublishedFigure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DashboardTest
class ReportComposerTest {

    private static final Instant PEILDATUM = Instant.parse("2026-10-15T06:00:00Z");

    @Autowired
    private ReportComposer composer;

    @Autowired
    private ReportCatalogue reports;

    @Autowired
    private PdfRenderer pdf;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private Areas areas;

    @Autowired
    private InMemoryWarehouse warehouse;

    @BeforeEach
    void fill() {
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
    }

    @AfterEach
    void comeBack() {
        warehouse.comeBack();
    }

    /** A printed figure: which indicator, which column, and what stands there. */
    private record Printed(IndicatorId indicator, String column) {}

    @Test
    void theEvaluationOf2023SaysWhatWasPublishedNumberByNumber() {
        Map<Printed, Cell> printed = printed(compose("tussenrapportage", "2023", Map.of()));
        List<String> wrong = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        int compared = 0;
        for (PublishedFigure figure : PublishedWarehouse.figures()) {
            Optional<String> column = columnOf(figure);
            if (column.isEmpty()) {
                continue;
            }
            Cell cell = printed.get(new Printed(figure.question().orElseThrow().indicator(), column.get()));
            boolean isOfReport = figure.months().orElseThrow().last().equals(YearMonth.of(2023, 12));
            if (cell == null) {
                if (isOfReport) {
                    absent.add(figure.number() + " " + figure.label());
                }
            } else {
                compared++;
                if (!says(cell, figure)) {
                    wrong.add(figure.number() + " " + figure.label() + ": " + cell.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(absent).isEmpty();
        assertThat(compared).isGreaterThan(120);
    }

    @Test
    void theTablesOfTheSourceHaveTheirColumnsAsPrinted() {
        Table hic = table(compose("tussenrapportage", "2023", Map.of()), "hic");
        assertThat(hic.columns())
                .extracting(Column::title)
                .containsExactly("2019", "2020", "2021", "2022", "2023", "% verschil 2022-2023");
        assertThat(hic.rows()).extracting(Row::heading).startsWith("Diefstal/inbraak woning", "Overval in bedrijven");
        assertThat(texts(hic.rows().get(1))).containsExactly("6", "2", "onbekend", "3", "1", "−67%");
        assertThat(hic.rows().get(1).cells().getLast().mark()).isEqualTo("*");
        assertThat(hic.notes()).anySatisfy(note -> assertThat(note).startsWith("* Klein aantal"));
    }

    @Test
    void theWholeOfTheCasesIsSplitAndTheRestIsNamed() {
        Chart chart = chart(compose("tussenrapportage", "2023", Map.of()), "lwo-uitkomsten");
        assertThat(chart.labels().getLast()).isEqualTo("Nog geen uitkomst");
        assertThat(chart.lines().getFirst().values().stream().map(Optional::orElseThrow))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(77, 14, 5, 7, 9, 16, 13, 13);
        assertThat(chart.table().rows().getLast().cells().getLast().text()).isEqualTo("13");
    }

    @Test
    void theBuurtenStandOnAMapWithWhatIsUnknownInWords() {
        warehouse.add("woninginbraak", "BU09350000", YearMonth.of(2022, 4), 3);
        warehouse.leaveUnknown("woninginbraak", "BU09350001", YearMonth.of(2022, 4));
        AreaMap map = (AreaMap) compose("tussenrapportage", "2022", Map.of()).sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(AreaMap.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(map.tiles()).hasSize(44);
        assertThat(map.tiles())
                .filteredOn(tile -> tile.figure().equals("onbekend"))
                .singleElement()
                .satisfies(tile -> {
                    assertThat(tile.classNumber()).isEmpty();
                    assertThat(tile.isUnusual()).isFalse();
                });
        assertThat(map.table().rows())
                .hasSize(44)
                .filteredOn(row -> row.heading().equals("Binnenstad"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().getFirst().number()).contains(BigDecimal.valueOf(3)));
        assertThat(map.table().notes()).anySatisfy(note -> assertThat(note).startsWith("onbekend:"));
        assertThat(map.description()).contains("Buurten met een cijfer per 10.000 inwoners: ");
    }

    @Test
    void theInterimEvaluationAddsUpTheMonthsThatWerePublished() {
        Map<Printed, Cell> printed = printed(compose("tussentijdse-evaluatie", "2023-01--2024-09", Map.of()));
        String span = "jan 2023 t/m sep 2024";
        List<PublishedFigure> expected = PublishedWarehouse.figures().stream()
                .filter(figure -> figure.question().orElseThrow().asked() == Asked.SPAN)
                .filter(figure -> figure.months().orElseThrow().last().equals(YearMonth.of(2024, 9)))
                .toList();
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(expected)
                .allSatisfy(figure -> assertThat(printed.get(
                                new Printed(figure.question().orElseThrow().indicator(), span)))
                        .satisfies(cell -> assertThat(cell.number()).isEqualTo(figure.amount())));
        assertThat(printed.get(new Printed(new IndicatorId("lwo-casussen"), "2019 t/m 2022")))
                .satisfies(cell -> assertThat(cell.text()).isEqualTo("478"));
    }

    @Test
    void everyKindOfReportIsMadeWithOneQuestion() {
        for (ReportDefinition definition : reports.all()) {
            Period period = period(definition);
            long before = warehouse.questions();
            Document document = compose(
                    definition,
                    period,
                    definition.id().value().equals("gebiedsrapport") ? "WK093500" : "GM0935",
                    Map.of());
            assertThat(warehouse.questions() - before)
                    .as(definition.id().value())
                    .isEqualTo(1);
            assertThat(document.failures()).as(definition.id().value()).isEmpty();
            assertThat(document.tables()).hasSizeGreaterThan(3);
            assertThat(document.origin().confidentiality()).isEqualTo(definition.confidentiality());
            assertThat(document.sections().getLast().id()).isEqualTo(ReportComposer.DEFINITIONS);
        }
    }

    @Test
    void everyKindOfReportPrintsArchivableAndAccessible() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        for (ReportDefinition definition : reports.all()) {
            Document document = compose(
                    definition,
                    period(definition),
                    definition.id().value().equals("gebiedsrapport") ? "WK093500" : "GM0935",
                    definition.texts().stream()
                            .collect(Collectors.toMap(
                                    ReportBlock::id, text -> "Een korte toelichting.\n\nEn nog een.")));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.write(document, out);
            Files.write(folder.resolve(definition.id() + ".pdf"), out.toByteArray());
            PdfVerdict.isArchivableAndAccessible(out.toByteArray());
        }
    }

    @Test
    void theCouncilGetsPublicFiguresOnly() {
        ReportDefinition council = reports.require(new ReportId("raadsinformatiebrief-bijlage"));
        assertThat(council.indicators().stream().map(catalogue::require))
                .extracting(Indicator::confidentiality)
                .containsOnly(Confidentiality.OPENBAAR);
        assertThat(compose("raadsinformatiebrief-bijlage", "2023", Map.of())
                        .origin()
                        .confidentiality())
                .isEqualTo(Confidentiality.OPENBAAR);
    }

    @Test
    void whoMayNotSeeTheFiguresCannotMakeTheReport() {
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            ReportOrder order = order("tussenrapportage", "2023", Map.of());
            assertThatThrownBy(() -> composer.compose(order)).isInstanceOf(OutOfScopeException.class);
        }
    }

    @Test
    void withoutTheWarehouseTheTextsStayAndEveryFigureSaysSo() {
        warehouse.goAway();
        Document document = compose(
                "tussenrapportage", "2023", Map.of("tekst-samenvatting", "Een rustig jaar.\n\nMet <b>vragen</b>."));
        assertThat(document.sections().getFirst().blocks())
                .containsExactly(new Paragraph("Een rustig jaar.\n\nMet <b>vragen</b>."));
        assertThat(document.failures())
                .hasSizeGreaterThan(10)
                .extracting(Failure::message)
                .allSatisfy(message -> assertThat(message).contains("niet op te halen"));
        assertThat(document.tables().map(Table::id)).containsExactly("verantwoording-definities");
    }

    @Test
    void aReportIsAboutThePeriodsAndAreasOfItsKind() {
        assertThatThrownBy(() -> order("maandbeeld", "2023", Map.of())).isInstanceOf(IllegalArgumentException.class);
        ReportDefinition definition = reports.require(new ReportId("gebiedsrapport"));
        assertThatThrownBy(() -> new ReportOrder(
                        definition,
                        Period.year(2023),
                        areas.municipality(),
                        PEILDATUM,
                        Map.of(),
                        "concept",
                        Texts.DUTCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<Printed, Cell> printed(Document document) {
        Map<String, IndicatorId> byName = catalogue.indicators().stream()
                .collect(Collectors.toMap(indicator -> indicator.name().nl(), Indicator::id, (first, second) -> first));
        Map<Printed, Cell> printed = new HashMap<>();
        document.tables()
                .filter(table -> !table.id().startsWith(ReportComposer.DEFINITIONS))
                .filter(table -> table.rows().stream().allMatch(row -> byName.containsKey(row.heading())))
                .forEach(table -> table.rows().forEach(row -> {
                    for (int i = 0; i < table.columns().size(); i++) {
                        printed.put(
                                new Printed(
                                        byName.get(row.heading()),
                                        table.columns().get(i).title()),
                                row.cells().get(i));
                    }
                }));
        return printed;
    }

    private static Optional<String> columnOf(PublishedFigure figure) {
        PublishedFigure.Months months = figure.months().orElseThrow();
        return switch (figure.question().orElseThrow().asked()) {
            case YEAR, LEVEL, RATIO ->
                months.isYear() ? Optional.of(Integer.toString(months.first().getYear())) : Optional.empty();
            case CHANGE ->
                Optional.of("%% verschil %d-%d"
                        .formatted(months.first().getYear(), months.last().getYear()));
            case SPAN -> Optional.empty();
        };
    }

    private static boolean says(Cell cell, PublishedFigure figure) {
        return figure.value().equals(PublishedFigure.UNKNOWN)
                ? cell.number().isEmpty() && cell.text().equals("onbekend")
                : cell.number().isPresent()
                        && cell.number().get().compareTo(figure.amount().orElseThrow()) == 0;
    }

    private static Period period(ReportDefinition definition) {
        return switch (definition.period()) {
            case YEAR -> Period.year(2023);
            case QUARTER -> Period.quarter(2023, 4);
            case MONTH -> Period.month(2023, 12);
            case SPAN -> Period.span(YearMonth.of(2023, 1), YearMonth.of(2024, 9));
            case YEAR_TO_DATE, ROLLING_YEAR -> throw new IllegalStateException("No report is about such a period");
        };
    }

    private static List<String> texts(Row row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    private static Table table(Document document, String id) {
        return document.tables()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Chart chart(Document document, String id) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Document compose(String report, String period, Map<String, String> texts) {
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            return composer.compose(order(report, period, texts));
        }
    }

    private Document compose(ReportDefinition definition, Period period, String area, Map<String, String> texts) {
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            return composer.compose(new ReportOrder(
                    definition,
                    period,
                    areas.find(new AreaCode(area)).orElseThrow(),
                    PEILDATUM,
                    texts,
                    "concept",
                    Texts.DUTCH));
        }
    }

    private ReportOrder order(String report, String period, Map<String, String> texts) {
        return new ReportOrder(
                reports.require(new ReportId(report)),
                Period.parse(period).orElseThrow(),
                areas.municipality(),
                PEILDATUM,
                texts,
                "concept",
                Texts.DUTCH);
    }
}
