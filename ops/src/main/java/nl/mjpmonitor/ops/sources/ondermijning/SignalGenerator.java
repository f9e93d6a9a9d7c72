package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.onderschat.PassedSignal;
import org.jspecify.annotations.Nullable;

/**
 * Makes the signals: those that led to the cases, those that were not confirmed, and those that ONDERSCHAT passed on, which keep
 * the number they have there. The same seed gives the same signals, whatever the last day.
 */
final class SignalGenerator {
    /** A signal comes in at most this long before its case is opened. */
    private static final int LONGEST_ASSESSMENT_DAYS = 75;

    private static final LocalDate START = LocalDate.of(2019, 1, 1);
    private static final double NOT_CONFIRMED_A_MONTH = 5;
    private static final String ONDERSCHAT = "onderschat";

    private static final List<Choice<String>> CHANNELS = List.of(
            new Choice<>("anonymous_tip_line", 0.28),
            new Choice<>("municipality", 0.2),
            new Choice<>("police", 0.22),
            new Choice<>("residents", 0.1),
            new Choice<>("professionals", 0.2));

    private final long seed;
    private final LocalDate lastDay;
    private final AreaWeights areas = AreaWeights.load();
    private final List<Signal> numbered = new ArrayList<>();
    private final List<Signal> unnumbered = new ArrayList<>();

    private SignalGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** All signals that came in until and including a day, by the day they came in. */
    static List<Signal> generate(long seed, LocalDate lastDay) {
        return new SignalGenerator(seed, lastDay).signals();
    }

    private List<Signal> signals() {
        LocalDate ahead = lastDay.plusDays(LONGEST_ASSESSMENT_DAYS);
        List<CaseLife> cases = CaseGenerator.generate(seed, ahead);
        Map<String, PassedSignal> firstSignals = match(PassedSignal.until(ahead, seed), cases);
        cases.forEach(life -> ofCase(life, firstSignals.get(life.number)));
        for (YearMonth month = YearMonth.from(START);
                !month.isAfter(YearMonth.from(ahead));
                month = month.plusMonths(1)) {
            notConfirmed(month);
        }
        numberThem();
        return numbered.stream()
                .filter(signal -> !signal.receivedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Signal::receivedOn).thenComparing(Signal::number))
                .toList();
    }

    /** Which case each signal of ONDERSCHAT led to, as far as it did; the others are not confirmed. */
    private Map<String, PassedSignal> match(List<PassedSignal> passed, List<CaseLife> cases) {
        Map<String, PassedSignal> matched = new HashMap<>();
        for (PassedSignal signal : passed) {
            Chance chance = Chance.of(seed, "onderschat", signal.number());
            CaseLife found = signal.isWithdrawn() || chance.happens(0.2)
                    ? null
                    : cases.stream()
                            .filter(life -> !life.isWithdrawn && !matched.containsKey(life.number))
                            .filter(life -> isAssessedInTime(signal.passedOn(), life.openedOn))
                            .findFirst()
                            .orElse(null);
            if (found == null) {
                numbered.add(notConfirmed(
                        signal.number(),
                        signal.passedOn(),
                        ONDERSCHAT,
                        signal.areaCode(),
                        signal.isWithdrawn(),
                        chance));
            } else {
                matched.put(found.number, signal);
            }
        }
        return matched;
    }

    private static boolean isAssessedInTime(LocalDate receivedOn, LocalDate openedOn) {
        long days = ChronoUnit.DAYS.between(receivedOn, openedOn);
        return days >= 5 && days < LONGEST_ASSESSMENT_DAYS;
    }

    private void ofCase(CaseLife life, @Nullable PassedSignal first) {
        Chance chance = Chance.of(seed, "signals", life.number);
        int count = 1 + chance.poisson(0.4);
        for (int i = 0; i < count; i++) {
            if (i == 0 && first != null) {
                numbered.add(confirmed(first.number(), first.passedOn(), ONDERSCHAT, first.areaCode(), life, chance));
            } else {
                LocalDate received = life.openedOn.minusDays(chance.between(6, 60));
                unnumbered.add(confirmed(
                        "",
                        received.isBefore(START) ? START : received,
                        chance.draw(CHANNELS),
                        life.areaCode,
                        life,
                        chance));
            }
        }
    }

    private static Signal confirmed(
            String number, LocalDate receivedOn, String channel, String areaCode, CaseLife life, Chance chance) {
        int available = Math.toIntExact(ChronoUnit.DAYS.between(receivedOn, life.openedOn));
        return new Signal(
                number,
                receivedOn,
                receivedOn.plusDays(chance.between(1, Math.min(21, available))),
                life.openedOn,
                channel,
                life.phenomenon,
                areaCode,
                true,
                life.number,
                false);
    }

    private void notConfirmed(YearMonth month) {
        Chance chance = Chance.of(seed, "not confirmed", month);
        for (int i = chance.poisson(NOT_CONFIRMED_A_MONTH); i > 0; i--) {
            unnumbered.add(notConfirmed(
                    "", chance.day(month), chance.draw(CHANNELS), areas.draw(chance), chance.happens(0.06), chance));
        }
    }

    private static Signal notConfirmed(
            String number, LocalDate receivedOn, String channel, String areaCode, boolean isWithdrawn, Chance chance) {
        LocalDate enrichedOn = chance.workingDayAfter(receivedOn, 2, 21);
        return new Signal(
                number,
                receivedOn,
                enrichedOn,
                chance.workingDayAfter(enrichedOn, 1, 30),
                channel,
                chance.draw(CaseGenerator.phenomena()),
                areaCode,
                false,
                null,
                isWithdrawn);
    }

    private void numberThem() {
        unnumbered.sort(Comparator.comparing(Signal::receivedOn));
        Map<Integer, Integer> numbers = new TreeMap<>();
        for (Signal signal : unnumbered) {
            int year = signal.receivedOn().getYear();
            numbered.add(new Signal(
                    "SIG-%d-%04d".formatted(year, numbers.merge(year, 1, Integer::sum)),
                    signal.receivedOn(),
                    signal.enrichedOn(),
                    signal.assessedOn(),
                    signal.channel(),
                    signal.phenomenon(),
                    signal.areaCode(),
                    signal.isConfirmed(),
                    signal.caseNumber(),
                    signal.isWithdrawn()));
        }
    }
}
