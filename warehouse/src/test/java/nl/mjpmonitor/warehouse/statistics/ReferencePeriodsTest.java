package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencePeriodsTest {

    @Test
    void takesTheSameMonthOfEarlierYears() {
        // month 48 with 3 years back gives 48, 36, 24, 12: test of the R package surveillance
        var firstMonth = YearMonth.of(2019, 1);

        assertThat(ReferencePeriods.sameMonth(firstMonth.plusMonths(47), 3))
                .containsExactlyElementsOf(IntStream.of(48, 36, 24, 12)
                        .mapToObj(number -> firstMonth.plusMonths(number - 1L))
                        .toList());
    }

    @Test
    void takesTheNearestSameDayOfTheWeek() {
        // Thursday 6 June 2013, 3 years back: test of the R package surveillance
        assertThat(ReferencePeriods.sameWeek(LocalDate.of(2013, 6, 6), 3))
                .containsExactly(
                        LocalDate.of(2013, 6, 6),
                        LocalDate.of(2012, 6, 7),
                        LocalDate.of(2011, 6, 9),
                        LocalDate.of(2010, 6, 3));
    }

    @Test
    void staysWithinThreeDaysOfTheDate() {
        for (var passed = 0; passed < 400; passed++) {
            var day = LocalDate.of(2024, 2, 29).plusDays(passed);
            var references = ReferencePeriods.sameWeek(day, 6);
            for (var years = 0; years <= 6; years++) {
                var reference = references.get(years);
                assertThat(reference.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
                assertThat(reference.toEpochDay() - day.minusYears(years).toEpochDay())
                        .isBetween(-3L, 3L);
            }
        }
    }
}
