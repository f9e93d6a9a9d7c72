package nl.mjpmonitor.ops.sources.oov;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CalendarPeriod;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CrisisTeamDay;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.Demonstration;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.FootballMatch;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.SafetyRound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOrderGeneratorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheFiguresThatWerePublishedWhateverTheSeed(long seed) {
        PublicOrder order = PublicOrderGenerator.generate(seed, LAST_DAY);

        assertThat(demonstrationsOf2023(order)).hasSize(66);
        assertThat(demonstrationsOf2023(order).filter(demonstration -> "larger".equals(demonstration.size())))
                .hasSize(5);
        assertThat(demonstrationsOf2023(order)
                        .filter(demonstration -> Boolean.TRUE.equals(demonstration.isRestricted())))
                .hasSize(8);
        assertThat(order.demonstrations())
                .filteredOn(demonstration -> !demonstration.isAnnouncedAndAssessed())
                .extracting(demonstration ->
                        Objects.requireNonNull(demonstration.heldOn()).getYear())
                .containsOnly(2017, 2021)
                .hasSize(34 + 81);
        assertThat(order.applications())
                .filteredOn(application -> !application.isWithdrawn()
                        && application.assessedOn() != null
                        && in2023(application.assessedOn()))
                .hasSize(220);
        assertThat(order.safetyRounds())
                .filteredOn(round -> round.isHeld() && in2023(round.heldOn()))
                .hasSize(27);
        assertThat(order.incidents())
                .filteredOn(incident ->
                        incident.isAovDeployed() && !incident.isWithdrawn() && in2023(incident.happenedOn()))
                .hasSize(98);
        assertThat(order.matches())
                .filteredOn(match -> match.category().equals("b_plus") && match.isPlayed() && in2023(match.playedOn()))
                .hasSize(6);
        assertThat(order.crisisTeamDays())
                .filteredOn(day -> in2023(day.heldOn()))
                .hasSize(16)
                .extracting(CrisisTeamDay::eventCode)
                .containsOnly("CMT-2023-carnival", "CMT-2023-rieu", "CMT-2023-eleventh_of_eleventh");
        assertThat(order.consultations())
                .filteredOn(consultation -> consultation.isHeld() && in2023(consultation.heldOn()))
                .hasSize(48 + 12 + 8 + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-10", "2024-02-12", "2025-07-15", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        PublicOrder then = PublicOrderGenerator.generate(7, earlier);
        PublicOrder now = PublicOrderGenerator.generate(7, LAST_DAY);

        assertSame(
                then,
                now,
                earlier,
                order -> order.applications().stream()
                        .map(application -> application.receivedOn() + application.number() + application.areaCode()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.safetyRounds().stream()
                        .map(round -> round.heldOn() + round.applicationNumber() + round.isHeld()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.incidents().stream()
                        .map(incident -> incident.happenedOn() + incident.kind() + incident.areaCode()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.matches().stream()
                        .map(match -> match.playedOn() + match.category() + match.isDisorderly()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.consultations().stream()
                        .map(consultation -> consultation.heldOn() + consultation.kind()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.crisisTeamDays().stream().map(day -> day.heldOn() + day.eventCode()));
        assertSame(
                then,
                now,
                earlier,
                order -> order.demonstrations().stream()
                        .filter(Demonstration::isAnnouncedAndAssessed)
                        .map(demonstration ->
                                demonstration.assessedOn() + demonstration.areaCode() + demonstration.size()));
    }

    /** What begins with its day. */
    private static void assertSame(
            PublicOrder then, PublicOrder now, LocalDate earlier, Function<PublicOrder, Stream<String>> rows) {
        assertThat(rows.apply(then))
                .isNotEmpty()
                .containsExactlyElementsOf(rows.apply(now)
                        .filter(row -> !LocalDate.parse(row.substring(0, 10)).isAfter(earlier))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2023, 2023-02-19", "2024, 2024-02-11", "2025, 2025-03-02", "2026, 2026-02-15"})
    void celebratesCarnivalSevenWeeksBeforeEaster(int year, LocalDate sunday) {
        assertThat(CityCalendar.crisisTeamDays(CityCalendar.CARNIVAL, year))
                .containsExactly(sunday, sunday.plusDays(1), sunday.plusDays(2));
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-04-27", "2025, 2025-04-26"})
    void celebratesKingsDayOnNoSunday(int year, LocalDate day) {
        assertThat(CityCalendar.of(year))
                .filteredOn(period -> period.code().equals("kings_day"))
                .extracting(CalendarPeriod::startedOn)
                .containsExactly(day);
    }

    @Test
    void goesToSafetyRoundsAtEventsThatWereHeld() {
        PublicOrder order = PublicOrderGenerator.generate(1, LAST_DAY);

        assertThat(order.safetyRounds())
                .filteredOn(SafetyRound::isHeld)
                .allSatisfy(round -> assertThat(order.applications())
                        .anyMatch(application -> application.number().equals(round.applicationNumber())
                                && round.heldOn().equals(application.heldOn())));
    }

    @Test
    void playsFootballInSeasonsThatBeginInSummer() {
        assertThat(PublicOrderGenerator.generate(1, LAST_DAY).matches())
                .extracting(FootballMatch::season)
                .containsOnly("2022-2023", "2023-2024", "2024-2025", "2025-2026", "2026-2027");
    }

    private static Stream<Demonstration> demonstrationsOf2023(PublicOrder order) {
        return order.demonstrations().stream()
                .filter(demonstration -> !demonstration.isWithdrawn()
                        && demonstration.assessedOn() != null
                        && in2023(demonstration.assessedOn()));
    }

    private static boolean in2023(LocalDate day) {
        return Registers.YEAR_2023.contains(day);
    }
}
