package nl.mjpmonitor.ops.sources.pmg;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.Apportionment;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.pmg.Grant.Booking;
import nl.mjpmonitor.ops.sources.pmg.Grant.Budget;

/**
 * Makes the bookings on the grant. What was awarded is published: for 2025 a year, and for 2026 half of it because the scheme of 2023
 * ends halfway that year. What was awarded before 2025 and what the next scheme brings are unknown.
 */
final class GrantGenerator {
    private static final String SCHEME_OF_2023 = "spuk_2023";
    private static final String NEXT_SCHEME = "spuk_2026";
    private static final String FIGURE = "budget.spuk_2023";
    private static final MonthRange YEAR_2024 = Registers.YEAR_2024;
    private static final MonthRange YEAR_2025 = MonthRange.of("2025-01", "2025-12");
    private static final MonthRange YEAR_2026 = MonthRange.of("2026-01", "2026-12");
    private static final MonthRange FIRST_HALF_OF_2026 = MonthRange.of("2026-01", "2026-06");

    /** Awarded at the end of 2023, for several years. */
    private static final LocalDate AWARDED_ON = LocalDate.of(2023, 12, 31);

    /** The amounts of 2025 and 2026 were told in the Uitvoeringsplan 2025-2026, decided on this day. */
    private static final LocalDate TOLD_ON = LocalDate.of(2024, 12, 18);

    private static final LocalDate NEXT_SCHEME_FROM = LocalDate.of(2026, 6, 1);
    private static final LocalDate NEXT_SCHEME_TO = LocalDate.of(2029, 12, 31);
    private static final int SPENT_IN_2024 = 1_240_000;
    private static final int LEAST_SPENT_PER_MILLE = 900;
    private static final int MOST_SPENT_PER_MILLE = 985;
    private static final int LEAST_BOOKING = 22_000;
    private static final int LARGEST_BOOKING = 38_000;
    private static final double CORRECTED = 0.1;
    private static final double WITHDRAWN = 0.02;

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(GrantGenerator.class);
    private final List<Booking> bookings = new ArrayList<>();

    private GrantGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    static Grant generate(long seed, LocalDate lastDay) {
        GrantGenerator generator = new GrantGenerator(seed, lastDay);
        return new Grant(generator.budgets(), generator.bookings());
    }

    private List<Budget> budgets() {
        return Stream.of(
                        new Budget(
                                SCHEME_OF_2023,
                                YEAR_2024.firstDay(),
                                YEAR_2024.lastDay(),
                                YEAR_2024.from().getYear(),
                                null,
                                true,
                                Provenance.DEMONSTRATION,
                                AWARDED_ON),
                        budget(YEAR_2025, YEAR_2025, false),
                        budget(YEAR_2026, FIRST_HALF_OF_2026, true),
                        new Budget(
                                NEXT_SCHEME,
                                NEXT_SCHEME_FROM,
                                NEXT_SCHEME_TO,
                                null,
                                null,
                                false,
                                Provenance.DEMONSTRATION,
                                NEXT_SCHEME_FROM))
                .filter(budget -> !budget.knownOn().isAfter(lastDay))
                .toList();
    }

    private Budget budget(MonthRange year, MonthRange period, boolean isPeriodDerived) {
        return new Budget(
                SCHEME_OF_2023,
                period.firstDay(),
                period.lastDay(),
                year.from().getYear(),
                published.value(FIGURE, year),
                isPeriodDerived,
                Provenance.PUBLISHED_YEAR,
                TOLD_ON);
    }

    private List<Booking> bookings() {
        spread(SPENT_IN_2024, YEAR_2024);
        spread(mostOf(published.value(FIGURE, YEAR_2025), YEAR_2025), YEAR_2025);
        spread(mostOf(published.value(FIGURE, YEAR_2026), FIRST_HALF_OF_2026), FIRST_HALF_OF_2026);
        YearMonth end = DemoClock.lastWholeMonth(lastDay);
        for (YearMonth month = FIRST_HALF_OF_2026.to().plusMonths(1);
                !month.isAfter(end);
                month = month.plusMonths(1)) {
            for (Front front : Front.values()) {
                int amount = Chance.of(seed, "booking", month, front).between(LEAST_BOOKING, LARGEST_BOOKING);
                book(NEXT_SCHEME, front, month, amount);
            }
        }
        return bookings.stream()
                .filter(booking -> !booking.month().isAfter(end))
                .sorted(Comparator.comparing(Booking::month).thenComparing(Booking::front))
                .toList();
    }

    /** Nearly all that was awarded. */
    private int mostOf(int awarded, MonthRange period) {
        int perMille = Chance.of(seed, "spent", period).between(LEAST_SPENT_PER_MILLE, MOST_SPENT_PER_MILLE);
        return (int) ((long) awarded * perMille / 1000);
    }

    private void spread(int total, MonthRange period) {
        List<YearMonth> months = period.months();
        Front[] fronts = Front.values();
        Chance chance = Chance.of(seed, "spending", period);
        double[] weights = new double[months.size() * fronts.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = chance.between(80, 120);
        }
        int[] amounts = Apportionment.apportion(total, weights);
        for (int i = 0; i < amounts.length; i++) {
            book(SCHEME_OF_2023, fronts[i % fronts.length], months.get(i / fronts.length), amounts[i]);
        }
    }

    /** A booking, now and then corrected in a later month or booked twice by mistake. */
    private void book(String scheme, Front front, YearMonth month, int amount) {
        Chance chance = Chance.of(seed, "correction", month, front);
        boolean isCorrected = chance.happens(CORRECTED);
        int excess = chance.between(1_000, 6_000);
        YearMonth correctedIn = month.plusMonths(chance.between(1, 3));
        boolean isBookedTwice = chance.happens(WITHDRAWN);
        bookings.add(new Booking(scheme, front, month, null, isCorrected ? amount + excess : amount, false));
        if (isCorrected) {
            bookings.add(new Booking(scheme, front, correctedIn, month, -excess, false));
        }
        if (isBookedTwice) {
            bookings.add(new Booking(scheme, front, month, null, amount, true));
        }
    }
}
