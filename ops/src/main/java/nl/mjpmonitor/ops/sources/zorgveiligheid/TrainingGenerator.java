package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Count.Precision;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.TrainingCount;

/** Makes the trainings. How many trainings made the published numbers of trained was not published, and is unknown. */
final class TrainingGenerator {
    /** Of professionals the trainings a month, of the others those trained. */
    private static final Map<Training, Double> A_MONTH = new EnumMap<>(Map.of(
            Training.RADICALISATION_BASIC, 1.4,
            Training.RADICALISATION_SPECIALIST, 1.1,
            Training.SAFETY_VISION, 1.0,
            Training.BOARDS, 1.0,
            Training.CONFIDANTS, 0.8,
            Training.YOUTH_WORKERS, 0.2,
            Training.ENTREE_CLASSES, 0.8));

    private final long seed;
    private final YearMonth end;
    private final PublishedFigures published = PublishedFigures.load(TrainingGenerator.class);
    private final List<TrainingCount> counts = new ArrayList<>();

    private TrainingGenerator(long seed, YearMonth end) {
        this.seed = seed;
        this.end = end;
    }

    static List<TrainingCount> generate(long seed, LocalDate lastDay) {
        TrainingGenerator generator = new TrainingGenerator(seed, DemoClock.lastWholeMonth(lastDay));
        for (Training training : Training.values()) {
            generator.published(training);
            generator.demonstration(training);
        }
        return generator.counts;
    }

    private void published(Training training) {
        boolean isOverTwoYears = training == Training.SAFETY_VISION;
        MonthRange period = isOverTwoYears ? Registers.TWO_YEARS : Registers.YEAR_2023;
        Precision precision = isOverTwoYears ? Precision.APPROXIMATE : Precision.EXACT;
        MonthSpread.of(
                        published.value(figure(training), period),
                        period,
                        TrainingGenerator::weight,
                        Chance.of(seed, training, "published"))
                .forEach((month, trained) -> {
                    if (trained > 0 && !month.isAfter(end)) {
                        counts.add(new TrainingCount(
                                training, null, Count.own(training.register(), month, trained, precision)));
                    }
                });
    }

    private static String figure(Training training) {
        return switch (training) {
            case RADICALISATION_BASIC, RADICALISATION_SPECIALIST -> training.register() + "." + training.level();
            case SAFETY_VISION, BOARDS, CONFIDANTS, YOUTH_WORKERS, ENTREE_CLASSES -> training.register();
        };
    }

    private void demonstration(Training training) {
        for (YearMonth month = Registers.FIRST_DEMONSTRATION; !month.isAfter(end); month = month.plusMonths(1)) {
            Chance chance = Chance.of(seed, "trainings", training, month);
            int held = chance.poisson(A_MONTH.getOrDefault(training, 0.0) * weight(month));
            if (held > 0) {
                int trained = training.isForProfessionals() ? participants(held, chance) : held;
                counts.add(new TrainingCount(
                        training, held, Count.own(training.register(), month, trained, Precision.EXACT)));
            }
        }
    }

    private static int participants(int trainings, Chance chance) {
        int participants = 0;
        for (int i = 0; i < trainings; i++) {
            participants += chance.between(8, 16);
        }
        return participants;
    }

    /** Hardly any trainings in the summer holidays. */
    private static double weight(YearMonth month) {
        return month.getMonth() == Month.JULY || month.getMonth() == Month.AUGUST ? 0.2 : 1.15;
    }
}
