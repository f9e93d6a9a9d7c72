package nl.mjpmonitor.dashboard.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(SafetyCalendar.load());

    /** By the calendars of 2025 to 2027. */
    @ParameterizedTest
    @CsvSource({
        // New Year's Day is a Thursday
        "2026-01, 1, 2026-01-02",
        "2026-01, 2, 2026-01-05",
        // a month that starts on a Sunday
        "2026-02, 1, 2026-02-02",
        // Good Friday 3 April, Easter Monday 6 April
        "2026-04, 2, 2026-04-02",
        "2026-04, 3, 2026-04-07",
        // 5 May is a Tuesday
        "2026-05, 2, 2026-05-04",
        "2026-05, 3, 2026-05-06",
        // Ascension Day 14 May
        "2026-05, 9, 2026-05-15",
        // Whit Monday 9 June 2025
        "2025-06, 6, 2025-06-10",
        // King's Day on Saturday because the 27th is a Sunday, both no working days
        "2025-04, 15, 2025-04-23",
        "2026-12, 15, 2026-12-21"
    })
    void weekendsAndPublicHolidaysDoNotCount(YearMonth month, int number, LocalDate day) {
        assertThat(days.nth(month, number)).isEqualTo(day);
    }

    @Test
    void theNextMomentIsAtEightInTheMorningInDutchTime() {
        assertThat(days.firstFrom(Instant.parse("2026-07-01T05:59:59Z"), 1))
                .isEqualTo(Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(days.firstFrom(Instant.parse("2026-07-01T06:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(days.firstFrom(Instant.parse("2026-07-01T06:00:01Z"), 1))
                .isEqualTo(Instant.parse("2026-08-03T06:00:00Z"));
        assertThat(days.firstFrom(Instant.parse("2026-12-31T22:59:59Z"), 2))
                .as("still December here")
                .isEqualTo(Instant.parse("2027-01-05T07:00:00Z"));
    }

    @Test
    void everyMonthHasTheLastDayThatCanBeChosen() {
        for (YearMonth month = YearMonth.of(2017, 1); month.getYear() < 2035; month = month.plusMonths(1)) {
            assertThat(YearMonth.from(days.nth(month, Mailing.LAST_DAY))).isEqualTo(month);
        }
    }
}
