package nl.mjpmonitor.ops.sources.generation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The chance behind one part of the demo data. Each part has its own, named after what it decides, so that data of earlier months
 * stay the same when later months are added. The same seed and name give the same choices on any machine.
 */
public final class Chance {
    private final Random random;

    private Chance(Random random) {
        this.random = random;
    }

    /** The chance that decides something, such as "workshops", "2024-05". */
    public static Chance of(long seed, Object... decides) {
        long mixed = seed;
        for (Object part : decides) {
            mixed = mix(mixed + 0x9E3779B97F4A7C15L + part.toString().hashCode());
        }
        return new Chance(new Random(mixed));
    }

    /** The finalizer of SplitMix64: names that differ little, such as months in a row, must not choose alike. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Whether something with this probability happens. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** How often something happens that happens this often on average (Poisson). */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A factor around one; the deviation is that of its logarithm. */
    double factor(double deviation) {
        return StrictMath.exp(deviation * random.nextGaussian());
    }

    /** One of a list, each as likely. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of a list, each as likely as its weight. */
    public <T> T draw(List<Choice<T>> choices) {
        double drawn = random.nextDouble()
                * choices.stream().mapToDouble(Choice::weight).sum();
        for (Choice<T> choice : choices) {
            drawn -= choice.weight();
            if (drawn < 0) {
                return choice.value();
            }
        }
        return choices.get(choices.size() - 1).value();
    }

    /** Puts a list in a random order. */
    public void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    /** A working day, Monday to Friday, in a month. */
    public LocalDate workingDay(YearMonth month) {
        LocalDate day;
        do {
            day = month.atDay(between(1, month.lengthOfMonth()));
        } while (isWeekend(day));
        return day;
    }

    /** Any day in a month. */
    public LocalDate day(YearMonth month) {
        return month.atDay(between(1, month.lengthOfMonth()));
    }

    /** The working day some days later, or the first after it. */
    public LocalDate workingDayAfter(LocalDate day, int leastDays, int mostDays) {
        LocalDate later = day.plusDays(between(leastDays, mostDays));
        while (isWeekend(later)) {
            later = later.plusDays(1);
        }
        return later;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
