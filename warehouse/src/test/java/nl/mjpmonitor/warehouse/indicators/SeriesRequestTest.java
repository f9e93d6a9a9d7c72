package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRequestTest {

    private static final Instant PEILDATUM = Instant.parse("2024-02-06T00:00:00Z");

    @Test
    void asksForEverythingKnownWithoutAReferenceDate() {
        assertThat(SeriesRequest.latest(
                                new IndicatorId("straatroof"),
                                new AreaCode("GM0935"),
                                Period.year(2019),
                                Period.year(2023))
                        .peildatum())
                .isEqualTo(SeriesRequest.LATEST);
    }

    @Test
    void needsPeriodsThatFormARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Period.year(2019), Period.month(2023, 1), PEILDATUM))
                .withMessage("First and last period differ in length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Period.year(2023), Period.year(2022), PEILDATUM))
                .withMessage("The last period lies before the first");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 1969, 2149, 99_999})
    void needsPeriodsThatTheWarehouseCanHold(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Period.year(year), Period.year(year), PEILDATUM))
                .withMessage("The periods lie outside 1970-2148");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999Z", "2299-12-31T00:00:00.001Z"})
    void needsAReferenceDateThatTheWarehouseCanHold(Instant peildatum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Period.year(2023), Period.year(2023), peildatum))
                .withMessage("The peildatum lies outside 1970-2299");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Straatroof", "straatroof-", "straat_roof", "a'; DROP TABLE raw.change_event"})
    void needsAnIdInKebabCase(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndicatorId(id));
    }

    private static SeriesRequest request(Period from, Period to, Instant peildatum) {
        return new SeriesRequest(new IndicatorId("straatroof"), new AreaCode("GM0935"), from, to, peildatum);
    }
}
