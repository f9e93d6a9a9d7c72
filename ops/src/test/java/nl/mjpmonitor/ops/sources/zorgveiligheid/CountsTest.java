package nl.mjpmonitor.ops.sources.zorgveiligheid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.CaseCount;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.OutreachCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5})
    void makesTheYearThatWasPublishedWhateverTheSeed(long seed) {
        List<CaseCount> cases = Counts.generate(seed, LAST_DAY).cases();

        assertThat(total(cases, Subject.YOUTH_REPORT)).isEqualTo(111);
        assertThat(total(cases, Subject.DETENTION_WITHOUT_COORDINATOR)).isEqualTo(8);
        assertThat(total(cases, Subject.GIA_REPORT)).isEqualTo(712);
    }

    private static int total(List<CaseCount> cases, Subject subject) {
        return cases.stream()
                .filter(of -> of.subject() == subject && of.count().month().getYear() == 2023)
                .mapToInt(of -> Objects.requireNonNull(of.count().delivery().value()))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-06-30", "2023-12-31", "2024-07-03", "2026-09-30"})
    void tellsNoOtherPastLaterButForLateNews(LocalDate earlier) {
        Counts then = Counts.generate(7, earlier);
        Counts now = Counts.generate(7, LAST_DAY);

        assertThat(now.trainings()).containsAll(then.trainings());
        assertThat(now.meetings()).containsAll(then.meetings());
        assertThat(now.outreach()).containsAll(then.outreach());
        assertThat(now.levels()).containsAll(then.levels());
        assertThat(then.cases())
                .filteredOn(of -> !now.cases().contains(of))
                .allMatch(of -> of.subject().isDelivered() || of.subject().isCorrected());
    }

    @Test
    void countsAMonthWhenItHasPassed() {
        Counts inTheMiddle = Counts.generate(7, LocalDate.of(2026, 10, 30));

        assertThat(inTheMiddle.cases())
                .extracting(of -> of.count().month())
                .contains(YearMonth.of(2026, 9))
                .doesNotContain(YearMonth.of(2026, 10));
    }

    @Test
    void holdsACampaignEveryYearAndItsThirdPhaseSince2024() {
        assertThat(Counts.generate(7, LAST_DAY).outreach())
                .filteredOn(of -> of.kind().equals("campaign_reach"))
                .extracting(OutreachCount::phase, of -> of.count().month().getYear())
                .containsExactly(
                        tuple("see", 2023),
                        tuple("think", 2023),
                        tuple("see", 2024),
                        tuple("think", 2024),
                        tuple("do", 2024),
                        tuple("see", 2025),
                        tuple("think", 2025),
                        tuple("do", 2025));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024-02", "2024-02-28, 2024-01", "2024-03-01, 2024-02"})
    void endWithTheLastMonthThatPassed(LocalDate lastDay, YearMonth lastMonth) {
        assertThat(Counts.generate(7, lastDay).meetings())
                .extracting(of -> of.count().month())
                .endsWith(lastMonth);
    }
}
