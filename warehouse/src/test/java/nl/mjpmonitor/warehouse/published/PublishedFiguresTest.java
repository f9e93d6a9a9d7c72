package nl.mjpmonitor.warehouse.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Months;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Question;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Statement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the reference file leads somewhere: to a question the catalogue can answer, or to a reason. */
class PublishedFiguresTest {

    private static final int ROWS = 298;
    private static final String LINE =
            "1;bestuurlijk;Gesloten drugspanden;locaties;2023-01;2023-12;2023;34;;Uitvoeringsplan"
                    + " Veiligheid 2024, paragraaf 3.1;34 drugspanden gesloten;year;drugspanden-gesloten;GM0935;;;";

    private final IndicatorCatalogue indicators = IndicatorCatalogue.load();
    private final ProgrammeCatalogue programme = ProgrammeCatalogue.load(indicators);
    private final PublishedFigures published = PublishedFigures.load();

    @Test
    void forgetsNoRow() {
        assertThat(published.figures())
                .extracting(PublishedFigure::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRowLeadsSomewhere() {
        return published.figures().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.number() + " " + figure.label(), () -> check(figure)));
    }

    @Test
    void readsALine() {
        PublishedFigure figure = read(LINE).figures().get(0);

        assertThat(figure.value()).isEqualTo("34");
        assertThat(figure.amount())
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("34"));
        assertThat(figure.months())
                .hasValueSatisfying(months -> assertThat(months.isYear()).isTrue());
        assertThat(figure.question())
                .hasValue(new Question(
                        Asked.YEAR, new IndicatorId("drugspanden-gesloten"), List.of(new AreaCode("GM0935"))));
        assertThat(figure.statement()).isEmpty();
        assertThat(read(LINE).of(new IndicatorId("drugspanden-gesloten"))).hasSize(1);
        assertThat(read(LINE).of(new IndicatorId("straatroof"))).isEmpty();
    }

    @Test
    void saysWhereALineIsWrong() {
        assertThatThrownBy(() -> read(LINE + ";te veel"))
                .hasMessage("catalogue/published-figures.csv:2: there are 18 columns; make it 17, as the first line");
        assertThatThrownBy(() -> read(LINE.replace(";year;", ";jaar;")))
                .hasMessageStartingWith("catalogue/published-figures.csv:2:")
                .hasMessageEndingWith("correct this line");
        assertThatThrownBy(() -> read(LINE.replace("2023-01", "2023-13")))
                .hasMessageStartingWith("catalogue/published-figures.csv:2:");
        assertThatThrownBy(() -> PublishedFigures.read(
                        new PackagedFile("catalogue/published-figures.csv", "number;theme\n1;bestuurlijk")))
                .hasMessageStartingWith("catalogue/published-figures.csv:1: the columns are not");
    }

    private void check(PublishedFigure figure) {
        assertThat(figure.document()).as("document").isNotBlank();
        assertThat(figure.quote()).as("quote").isNotBlank();
        assertThat(figure.question().isPresent())
                .as("has either a question or a reason")
                .isNotEqualTo(figure.statement().isPresent());
        figure.question().ifPresent(question -> checkQuestion(figure, question));
        figure.statement().ifPresent(statement -> checkStatement(figure, statement));
    }

    private void checkQuestion(PublishedFigure figure, Question question) {
        Indicator indicator = indicator(question.indicator().value());
        Months months = figure.months().orElseThrow();
        assertThat(figure.amount().isPresent() || figure.value().equals(PublishedFigure.UNKNOWN))
                .as("value %s can be compared", figure.value())
                .isTrue();
        assertThat(question.areas()).as("areas").isNotEmpty();
        switch (question.asked()) {
            case YEAR -> isDefinedFor(indicator, Period.year(months.first().getYear()));
            case LEVEL -> isDefinedFor(indicator, Period.year(months.first().getYear()));
            case SPAN -> isDefinedFor(indicator, Period.span(months.first(), months.last()));
            case CHANGE -> {
                isDefinedFor(indicator, Period.year(months.first().getYear()));
                isDefinedFor(indicator, Period.year(months.last().getYear()));
            }
            case RATIO -> {
                assertThat(indicator.measure()).isInstanceOf(Measure.Ratio.class);
                isDefinedFor(
                        indicator,
                        months.isYear()
                                ? Period.year(months.first().getYear())
                                : Period.span(months.first(), months.last()));
            }
        }
        if (question.asked() != Asked.CHANGE) {
            assertThat(figure.unit()).isEqualTo(indicator.unit().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void isDefinedFor(Indicator indicator, Period period) {
        assertThat(indicator.versionOf(period))
                .as("%s has a version for %s", indicator.id(), period)
                .isPresent();
        assertThat(indicator.isDefinedFor(period))
                .as("%s is defined for %s", indicator.id(), period)
                .isTrue();
    }

    private void checkStatement(PublishedFigure figure, Statement statement) {
        assertThat(figure.explanation()).as("explanation").isNotBlank();
        switch (statement.reason().refersTo()) {
            case PROGRAMME_ENTRY ->
                assertThat(programme.find(reference(statement)))
                        .as("entry of the programme")
                        .isPresent();
            case PROGRAMME ->
                assertThat(programme.findProgramme(reference(statement)))
                        .as("programme")
                        .isPresent();
            case INDICATOR ->
                assertThat(indicator(reference(statement)).target()).isInstanceOf(Target.Norm.class);
            case ANYTHING ->
                assertThat(statement.refersTo().filter(reference -> !leads(reference)))
                        .as("reference")
                        .isEmpty();
        }
    }

    private static String reference(Statement statement) {
        return statement.refersTo().orElseThrow();
    }

    private boolean leads(String reference) {
        return programme.find(reference).isPresent() || find(reference).isPresent();
    }

    private Indicator indicator(String id) {
        return find(id).orElseThrow(() -> new AssertionError("There is no indicator " + id));
    }

    private Optional<Indicator> find(String id) {
        return indicators.find(new IndicatorId(id));
    }

    private static PublishedFigures read(String line) {
        return PublishedFigures.read(
                new PackagedFile("catalogue/published-figures.csv", PublishedFigures.HEADER + "\n" + line + "\n"));
    }
}
