package nl.mjpmonitor.ops.sources.pmg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import nl.mjpmonitor.ops.sources.pmg.Grant.Booking;
import nl.mjpmonitor.ops.sources.pmg.Programme.Action;
import nl.mjpmonitor.ops.sources.pmg.Programme.FrontImpact;
import nl.mjpmonitor.ops.sources.pmg.Programme.Milestone;
import nl.mjpmonitor.ops.sources.pmg.Programme.Reach;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5})
    void makesAFirstImpactOnEveryFrontIn2024WhateverTheSeed(long seed) {
        assertThat(PlanGenerator.fronts(seed, LAST_DAY))
                .hasSize(4)
                .allMatch(front -> Objects.requireNonNull(front.firstImpactOn()).getYear() == 2024);
        assertThat(PlanGenerator.fronts(seed, LocalDate.of(2023, 12, 31)))
                .extracting(FrontImpact::firstImpactOn)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5})
    void staysWithinTheAmountsThatWereAwarded(long seed) {
        Grant grant = GrantGenerator.generate(seed, LAST_DAY);

        assertThat(spent(grant, "2025-01", "2025-12")).isBetween(1_300_000, 1_550_000);
        assertThat(spent(grant, "2026-01", "2026-06")).isBetween(650_000, 775_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-14", "2023-12-31", "2024-07-03", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        Programme then = Programme.generate(7, earlier);
        Programme now = Programme.generate(7, LAST_DAY);

        assertThat(then.actions())
                .extracting(Action::front, Action::kind, Action::plannedOn, Action::dueOn)
                .containsExactlyElementsOf(now.actions().stream()
                        .filter(action -> !action.plannedOn().isAfter(earlier))
                        .map(action -> Tuple.tuple(action.front(), action.kind(), action.plannedOn(), action.dueOn()))
                        .toList());
        assertThat(then.milestones())
                .extracting(Milestone::firstDueOn)
                .containsExactlyElementsOf(now.milestones().stream()
                        .filter(milestone -> !milestone.setOn().isAfter(earlier))
                        .map(Milestone::firstDueOn)
                        .toList());
        assertThat(now.reach())
                .containsAll(then.reach().stream()
                        .filter(reach -> reach.contacts() != null)
                        .toList());
        assertThat(now.presence()).containsAll(then.presence());
        assertThat(GrantGenerator.generate(7, LAST_DAY).bookings())
                .containsAll(GrantGenerator.generate(7, earlier).bookings());
    }

    @Test
    void countsAMonthWhenItHasPassed() {
        Programme inTheMiddle = Programme.generate(7, LocalDate.of(2026, 10, 30));

        assertThat(inTheMiddle.reach()).extracting(Reach::month).doesNotContain(YearMonth.of(2026, 10));
        assertThat(GrantGenerator.generate(7, LocalDate.of(2026, 10, 30)).bookings())
                .extracting(Booking::month)
                .contains(YearMonth.of(2026, 9))
                .doesNotContain(YearMonth.of(2026, 10));
    }

    private static int spent(Grant grant, String from, String to) {
        return grant.bookings().stream()
                .filter(booking -> !booking.isWithdrawn()
                        && !booking.month().isBefore(YearMonth.parse(from))
                        && !booking.month().isAfter(YearMonth.parse(to)))
                .mapToInt(Booking::amountInEuros)
                .sum();
    }
}
