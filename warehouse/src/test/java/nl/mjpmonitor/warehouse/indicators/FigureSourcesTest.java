package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.quality.FigureSource;
import org.junit.jupiter.api.Test;

class FigureSourcesTest {

    private static final AreaCode MUNICIPALITY = new AreaCode("GM0935");
    private static final Pattern TABLE = Pattern.compile("\\('([^']+)','([^']+)'\\)");

    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();
    private final FigureSources sources = new FigureSources(catalogue);

    /** A source that is read and not known to be would leave a page on figures of before its change. */
    @Test
    void areAllThatTheStatementsOfAnIndicatorRead() {
        for (Indicator indicator : catalogue.indicators()) {
            assertThat(sources.of(Set.of(indicator.id())))
                    .as(indicator.id().value())
                    .isNotEmpty()
                    .isEqualTo(read(indicator));
        }
    }

    @Test
    void ofAPageAreThoseOfAllItsFigures() {
        List<IndicatorId> page = List.of(new IndicatorId("woninginbraak"), new IndicatorId("inwoners"));
        assertThat(sources.of(page))
                .contains(
                        FigureSource.ofCounts("politie.A20"),
                        FigureSource.ofCasework("politiecijfers", "delivery"),
                        FigureSource.ofCasework("opendata", "population"));
        assertThat(sources.all()).containsAll(sources.of(page)).hasSizeGreaterThan(50);
    }

    @Test
    void ofAnUnknownIndicatorAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources.of(List.of(new IndicatorId("bestaat-niet"))))
                .withMessageContaining("bestaat-niet");
    }

    private Set<FigureSource> read(Indicator indicator) {
        SeriesRequest request =
                SeriesRequest.latest(indicator.id(), MUNICIPALITY, Period.month(2024, 1), Period.month(2024, 12));
        SeriesStatements statements =
                SeriesStatements.compile(questions(request), Instant.parse("2025-01-01T00:00:00Z"));
        Set<FigureSource> read = new HashSet<>();
        statements
                .counts()
                .map(SeriesStatement::parameters)
                .ifPresent(bound -> ((Collection<?>) parameter(bound, "measures"))
                        .forEach(measure -> read.add(FigureSource.ofCounts(measure.toString()))));
        statements.rows().ifPresent(statement -> read.addAll(tables(statement)));
        return read;
    }

    private List<SeriesQuestion> questions(SeriesRequest request) {
        Indicator indicator = catalogue.require(request.indicator());
        List<SeriesQuestion> questions = new ArrayList<>();
        if (indicator.measure() instanceof Measure.Ratio ratio) {
            Stream.of(ratio.of(), ratio.to()).forEach(side -> questions.addAll(questions(request.of(side))));
        } else {
            questions.add(new SeriesQuestion(
                    request, indicator, indicator.measure().source().orElseThrow()));
        }
        return questions;
    }

    private static List<FigureSource> tables(SeriesStatement statement) {
        List<MatchResult> found = TABLE.matcher(
                        parameter(statement.parameters(), "tables").toString())
                .results()
                .toList();
        assertThat(found).isNotEmpty();
        return found.stream()
                .map(table -> FigureSource.ofCasework(table.group(1), table.group(2)))
                .toList();
    }

    private static Object parameter(Map<String, Object> bound, String name) {
        assertThat(bound).containsKey(name);
        return bound.get(name);
    }
}
