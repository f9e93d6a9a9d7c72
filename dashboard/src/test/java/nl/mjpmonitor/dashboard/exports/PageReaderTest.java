package nl.mjpmonitor.dashboard.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.FunnelBars;
import nl.mjpmonitor.dashboard.figures.KeptFigure;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.figures.YearChart;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private final FigureWords words = new FigureWords(new Texts(), Texts.DUTCH);

    @Test
    void aNumberStaysANumberAndWhatIsWithheldHasNone() {
        Table table = table(new Section(
                new H2("Overlast"),
                figures(
                        words.value(counted(1_234)),
                        words.value(new IndicatorValue.Suppressed()),
                        words.value(new IndicatorValue.Measured(new BigDecimal("7.25"), ValueStatus.DEFINITIEF)))));

        assertThat(table.caption()).isEqualTo("Wat er is");
        assertThat(table.rows().getFirst().cells())
                .containsExactly(
                        Cell.number("1.234", BigDecimal.valueOf(1_234), NumberKind.COUNT),
                        Cell.text(words.text("figure.suppressed")),
                        Cell.number("7,3", new BigDecimal("7.25"), NumberKind.DECIMAL));
        assertThat(table.columns()).allMatch(column -> column.isNumeric());
        assertThat(table.notes()).anyMatch(note -> note.startsWith(words.text("figure.suppressed")));
    }

    @Test
    void marksStandBesideTheNumberAndTheirKeyBelowTheTable() {
        RowTable marked = new RowTable("Wat er is", List.of(RowTable.Column.text(""), RowTable.Column.figure("2025")));
        marked.show(List.of(RowTable.Row.of(
                "Meldingen", List.of(RowTable.Cell.figure(words.value(counted(5)), Set.of(PointMark.PROVISIONAL))))));
        Paragraph key = new Paragraph("v = voorlopig");
        key.addClassName("mark-key");
        Table table = table(new Section(new H2("Overlast"), marked, key));

        assertThat(table.rows().getFirst().cells().getFirst().mark()).isEqualTo("v");
        assertThat(table.rows().getFirst().cells().getFirst().text()).isEqualTo("5");
        assertThat(table.notes()).contains("v = voorlopig");
    }

    @Test
    void whatNobodyOpenedIsTakenAlongAllTheSame() {
        RowTable folded = new RowTable("Wat er is", List.of(RowTable.Column.text(""), RowTable.Column.figure("2025")));
        folded.show(List.of(
                RowTable.Row.of("Meldingen", List.of(RowTable.Cell.figure(words.value(counted(5)), Set.of())))));
        Table table = table(new Section(new H2("Overlast"), new Folded("Toon tabel", () -> folded)));

        assertThat(table.rows().getFirst().cells().getFirst().text()).isEqualTo("5");
    }

    @Test
    void aButtonInATableSaysNothingOnPaper() {
        RowTable acts = new RowTable("Wat er is", List.of(RowTable.Column.text(""), RowTable.Column.text("Stand")));
        acts.show(List.of(RowTable.Row.of(
                "Melding", List.of(RowTable.Cell.of(new Div(new Text("wacht"), new Button("Opnieuw aanbieden")))))));

        assertThat(table(new Section(new H2("Overlast"), acts))
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly(Cell.text("wacht"));
    }

    @Test
    void whatIsHiddenOrOnlyThereToActWithIsNotTakenAlong() {
        Paragraph hidden = new Paragraph("Verborgen");
        hidden.setVisible(false);
        Div filter = new Div(new Paragraph("Kies een gebied"), new TextField("Zoek"));
        filter.addClassName("filter");
        Div decoration = new Div(new Paragraph("versiering"));
        decoration.getElement().setAttribute("aria-hidden", "true");
        List<nl.mjpmonitor.dashboard.documents.Section> read = PageReader.read(
                new Div(
                        new H1("Titel"),
                        new Nav(new Anchor("#a", "Naar a")),
                        new H2("Overlast"),
                        hidden,
                        filter,
                        decoration,
                        new Button("Vernieuw"),
                        new Anchor("b", "Meer over b"),
                        new Paragraph("Dit blijft.")),
                words);

        assertThat(read).singleElement().satisfies(section -> {
            assertThat(section.title()).isEqualTo("Overlast");
            assertThat(section.id()).isEqualTo("overlast");
            assertThat(section.blocks())
                    .containsExactly(new nl.mjpmonitor.dashboard.documents.Paragraph("Dit blijft."));
        });
    }

    @Test
    void whatIsFoldedAwayIsStillOnThePage() {
        Details folded = new Details("Toon tabel", figures(words.value(counted(3))));

        assertThat(table(new Section(new H2("Overlast"), folded)).rows()).hasSize(1);
    }

    @Test
    void aListOfFiguresIsATable() {
        Span value = new Span("193");
        KeptFigure.keep(value, words.value(counted(193)));
        Table table = table(new Section(
                new H2("Criminaliteit"),
                new UnorderedList(new ListItem(
                        new H3("Woninginbraak"), new Span(value, new Span("aantal")), new Paragraph("in 2023")))));

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.heading()).isEqualTo("Woninginbraak");
            assertThat(row.cells().getFirst().number()).contains(BigDecimal.valueOf(193));
            assertThat(row.cells().getLast().text()).isEqualTo("aantal \u00b7 in 2023");
        });
    }

    @Test
    void aListOfWordsIsRunningText() {
        assertThat(PageReader.read(
                                new Section(
                                        new H2("Doelen"),
                                        new UnorderedList(
                                                new ListItem(new Span("Minder overlast"), new Span("loopt")))),
                                words)
                        .getFirst()
                        .blocks())
                .containsExactly(new nl.mjpmonitor.dashboard.documents.Paragraph("Minder overlast \u00b7 loopt"));
    }

    @Test
    void aChartIsTakenAlongWithItsFigures() {
        YearChart chart = new YearChart(words, Set.of());
        chart.show(
                List.of(
                        IndicatorPoint.of(Period.year(2022), counted(12)),
                        IndicatorPoint.of(Period.year(2023), new IndicatorValue.Unknown())),
                "Het waren er 12 in 2022.");
        Chart taken = (Chart) PageReader.read(new Section(new H2("Overlast"), new H3("Meldingen"), chart), words)
                .getFirst()
                .blocks()
                .getLast();

        assertThat(taken.title()).isEqualTo("Meldingen");
        assertThat(taken.description()).isEqualTo("Het waren er 12 in 2022.");
        assertThat(taken.kind()).isEqualTo(ChartKind.BARS);
        assertThat(taken.labels()).containsExactly("2022", "2023");
        assertThat(taken.lines().getFirst().values().getLast()).isEmpty();
        assertThat(taken.table().rows().getLast().cells().getFirst().text()).isEqualTo("onbekend");
    }

    @Test
    void aTableThatSaysWhatTheChartSaysIsNotTakenTwice() {
        YearChart chart = new YearChart(words, Set.of());
        chart.show(
                List.of(
                        IndicatorPoint.of(Period.year(2022), counted(12)),
                        IndicatorPoint.of(Period.year(2023), counted(15))),
                "Het waren er 12 en 15.");
        RowTable same = new RowTable(
                "Meldingen per jaar", List.of(RowTable.Column.text("Jaar"), RowTable.Column.figure("Aantal")));
        same.show(List.of(
                RowTable.Row.of("2022", List.of(RowTable.Cell.figure(words.value(counted(12)), Set.of()))),
                RowTable.Row.of("2023", List.of(RowTable.Cell.figure(words.value(counted(15)), Set.of())))));
        RowTable more =
                new RowTable("Per wijk", List.of(RowTable.Column.text("Jaar"), RowTable.Column.figure("Binnenstad")));
        more.show(List.of(RowTable.Row.of("2022", List.of(RowTable.Cell.figure(words.value(counted(7)), Set.of())))));

        for (List<Component> order :
                List.of(List.<Component>of(chart, same, more), List.<Component>of(same, more, chart))) {
            Section page = new Section(new H2("Overlast"));
            page.add(order);
            assertThat(PageReader.read(page, words).getFirst().tables())
                    .extracting(Table::caption)
                    .containsExactlyInAnyOrder("Overlast", "Per wijk");
        }
    }

    @Test
    void aTableWithTheYearsOfTheChartsBesideEachOtherIsNotTakenTwice() {
        YearChart chart = new YearChart(words, Set.of());
        chart.show(
                List.of(
                        IndicatorPoint.of(Period.year(2022), counted(12)),
                        IndicatorPoint.of(Period.year(2023), counted(15))),
                "Het waren er 12 en 15.");
        List<RowTable.Column> years =
                List.of(RowTable.Column.text("Wat"), RowTable.Column.figure("2022"), RowTable.Column.figure("2023"));
        RowTable same = new RowTable("Per jaar", years);
        same.show(List.of(years("Meldingen aantal", 12, 15)));
        RowTable other = new RowTable("Per jaar anders", years);
        other.show(List.of(years("Meldingen aantal", 12, 15), years("Hotspots", 12, 15)));
        RowTable changed = new RowTable("Per jaar herzien", years);
        changed.show(List.of(years("Meldingen aantal", 12, 16)));

        assertThat(PageReader.read(
                                new Section(new H2("Overlast"), new H3("Meldingen"), chart, same, other, changed),
                                words)
                        .getFirst()
                        .tables())
                .extracting(Table::caption)
                .containsExactly("Meldingen", "Per jaar anders", "Per jaar herzien");
    }

    private RowTable.Row years(String name, long first, long second) {
        return RowTable.Row.of(
                name,
                List.of(
                        RowTable.Cell.figure(words.value(counted(first)), Set.of()),
                        RowTable.Cell.figure(words.value(counted(second)), Set.of())));
    }

    @Test
    void aChartOfNothingIsATableThatSaysSo() {
        YearChart chart = new YearChart(words, Set.of());
        chart.show(List.of(IndicatorPoint.of(Period.year(2023), new IndicatorValue.Unknown())), "");

        assertThat(PageReader.read(new Section(new H2("Overlast"), chart), words)
                        .getFirst()
                        .blocks())
                .singleElement()
                .isInstanceOf(Table.class);
    }

    @Test
    void barsAreAFunnelOfWhichAnUnknownPartHasNoLength() {
        FunnelBars bars = new FunnelBars();
        bars.show(List.of(
                new FunnelBars.Bar(
                        new Span("Casussen"), words.value(counted(77)), OptionalLong.of(77), FunnelBars.Kind.WHOLE),
                new FunnelBars.Bar(
                        new Span("politie"),
                        words.value(new IndicatorValue.Unknown()),
                        OptionalLong.empty(),
                        FunnelBars.Kind.PART)));
        Chart chart = (Chart) PageReader.read(new Section(new H2("Waarheen"), bars), words)
                .getFirst()
                .blocks()
                .getFirst();

        assertThat(chart.kind()).isEqualTo(ChartKind.FUNNEL);
        assertThat(chart.labels()).containsExactly("Casussen", "politie");
        assertThat(chart.lines().getFirst().values().getLast()).isEmpty();
        assertThat(chart.table().rows().getFirst().cells().getFirst().number()).contains(BigDecimal.valueOf(77));
    }

    @Test
    void everyPartHasANameOfItsOwn() {
        List<nl.mjpmonitor.dashboard.documents.Section> read = PageReader.read(
                new Div(
                        new H2("Één"),
                        figures(words.value(counted(1))),
                        figures(words.value(counted(2))),
                        new H2("Één"),
                        figures(words.value(counted(3)))),
                words);

        assertThat(read).extracting(section -> section.id()).containsExactly("een", "een-2");
        assertThat(read.stream().flatMap(section -> section.tables()).map(Table::id))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    private Table table(Section page) {
        return PageReader.read(page, words).getFirst().tables().findFirst().orElseThrow();
    }

    private static RowTable figures(FigureText... figures) {
        List<RowTable.Column> columns = new ArrayList<>();
        columns.add(RowTable.Column.text("Wat"));
        for (int number = 1; number <= figures.length; number++) {
            columns.add(RowTable.Column.figure(Integer.toString(number)));
        }
        RowTable table = new RowTable("Wat er is", columns);
        table.show(List.of(RowTable.Row.of(
                "Meldingen",
                Arrays.stream(figures)
                        .map(figure -> RowTable.Cell.figure(figure, Set.of()))
                        .toList())));
        return table;
    }

    private static IndicatorValue counted(long count) {
        return new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF);
    }
}
