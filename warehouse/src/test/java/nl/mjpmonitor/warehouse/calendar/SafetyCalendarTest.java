package nl.mjpmonitor.warehouse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.warehouse.reference.ReferenceException;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyCalendarTest {

    private final SafetyCalendar calendar = SafetyCalendar.load(ReferenceFiles.packaged());

    @ParameterizedTest
    @CsvSource({
        "2017,2017-04-16",
        "2019,2019-04-21",
        "2023,2023-04-09",
        "2024,2024-03-31",
        "2026,2026-04-05",
        "2030,2030-04-21"
    })
    void easterIsAsPublished(int year, LocalDate easter) {
        assertThat(Easter.of(year)).isEqualTo(easter);
    }

    @Test
    void hasEveryDayOf2017To2030Once() {
        assertThat(calendar.days()).hasSize(5_113).extracting(CalendarDay::date).doesNotHaveDuplicates();
        assertThat(calendar.day(LocalDate.of(2031, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-11", "2024-02-12", "2024-02-13", "2026-02-15", "2026-02-17"})
    void carnivalIsComputedFromEaster(LocalDate day) {
        assertThat(day(day).hotTimes()).extracting(HotTime::kind).contains(HotTimeKind.CARNAVAL);
        assertThat(day(LocalDate.of(2024, 2, 14)).hotTimes())
                .extracting(HotTime::kind)
                .doesNotContain(HotTimeKind.CARNAVAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-26,Koningsdag",
        "2026-04-27,Koningsdag",
        "2024-05-09,Hemelvaartsdag",
        "2024-05-20,Tweede pinksterdag",
        "2023-12-26,Tweede kerstdag",
        "2024-03-29,Goede Vrijdag",
        "2024-05-05,Bevrijdingsdag"
    })
    void publicHolidaysAreKnown(LocalDate day, String name) {
        assertThat(day(day).publicHoliday()).isEqualTo(name);
    }

    @Test
    void darkMonthsAreOctoberToMarch() {
        assertThat(calendar.days().stream().filter(CalendarDay::isDarkMonth))
                .allMatch(day -> day.hotTimes().stream().anyMatch(time -> time.kind() == HotTimeKind.DONKERE_MAANDEN));
        assertThat(day(LocalDate.of(2024, 3, 31)).isDarkMonth()).isTrue();
        assertThat(day(LocalDate.of(2024, 4, 1)).isDarkMonth()).isFalse();
        assertThat(day(LocalDate.of(2024, 10, 1)).isDarkMonth()).isTrue();
    }

    @Test
    void daysThatNoSourceGivesAreMarkedAsAssumed() {
        assertThat(calendar.hotTimes())
                .filteredOn(time -> List.of(HotTimeKind.KERMIS, HotTimeKind.MAGISCH_MAASTRICHT, HotTimeKind.RIEU)
                        .contains(time.kind()))
                .isNotEmpty()
                .allMatch(HotTime::isDemonstration);
        assertThat(calendar.hotTimes())
                .filteredOn(time -> time.kind() == HotTimeKind.CARNAVAL)
                .hasSize(14)
                .noneMatch(HotTime::isDemonstration);
        assertThat(calendar.hotTimes(LocalDate.of(2021, 7, 1), LocalDate.of(2021, 7, 31)))
                .isEmpty();
    }

    @Test
    void aMunicipalityAddsItsOwnHotTimes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hot-times.csv"), """
                kind;name;first_day;last_day;source;is_demonstration
                schoolvakantie;Zomervakantie;2025-07-05;2025-08-17;Rijksoverheid;false
                """);

        assertThat(SafetyCalendar.load(ReferenceFiles.in(folder))
                        .day(LocalDate.of(2025, 8, 1))
                        .orElseThrow()
                        .hotTimes())
                .extracting(HotTime::name)
                .containsExactly("Zomervakantie");
    }

    @Test
    void wrongHotTimesAreRefusedAllAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hot-times.csv"), """
                kind;name;first_day;last_day;source;is_demonstration
                braderie;Braderie;2025-07-05;2025-07-06;Gemeente;false
                kermis;Kermis;2025-07-05;2025-07-04;Gemeente;misschien
                kermis;Kermis;5 juli;2031-07-04;Gemeente;true
                """);
        String file = folder.resolve("hot-times.csv").toString();

        assertThatThrownBy(() -> SafetyCalendar.load(ReferenceFiles.in(folder)))
                .isInstanceOfSatisfying(
                        ReferenceException.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        file
                                                + ":2: there is no such kind; write one of carnaval, elfde-van-de-elfde, kermis,"
                                                + " magisch-maastricht, rieu, donkere-maanden, schoolvakantie",
                                        file
                                                + ":3: the column is_demonstration is not true or false; write one of the two",
                                        file + ":3: last_day lies before first_day; swap them or correct one",
                                        file + ":4: the column first_day holds no date; write it as 2024-01-31",
                                        file
                                                + ":4: the days lie outside the calendar of 2017 to 2030; correct them or remove"
                                                + " the line"));
    }

    private CalendarDay day(LocalDate date) {
        return calendar.day(date).orElseThrow();
    }
}
