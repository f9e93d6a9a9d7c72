package nl.mjpmonitor.warehouse.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.warehouse.disclosure.Registrations.Field;

/**
 * Someone who adds up and takes from one another everything that is given, in every possible way, to calculate what is withheld.
 *
 * <p>Linear algebra modulo a prime: a sum follows from other sums when its row reduces to nothing. Knows that a sum of zero is
 * made up of zeros.
 */
final class Attacker {

    private static final long PRIME = 2_147_483_647L;

    private final Map<Field, Integer> numbers = new HashMap<>();
    private final List<long[]> echelon = new ArrayList<>();
    private final List<Integer> leadings = new ArrayList<>();

    Attacker(List<Field> fields) {
        fields.forEach(field -> numbers.put(field, numbers.size()));
    }

    /** Learns the sum of these fields. */
    void learn(Set<Field> sum, long value) {
        if (value == 0) {
            sum.forEach(field -> reduceAndKeep(row(Set.of(field))));
        } else {
            reduceAndKeep(row(sum));
        }
    }

    /** Whether the sum follows from what was learned. */
    boolean canCalculate(Set<Field> sum) {
        return leading(reduce(row(sum))) < 0;
    }

    private long[] row(Set<Field> sum) {
        long[] row = new long[numbers.size()];
        sum.forEach(field -> row[numbers.get(field)] = 1);
        return row;
    }

    private void reduceAndKeep(long[] row) {
        long[] reduced = reduce(row);
        int leading = leading(reduced);
        if (leading >= 0) {
            long inverse = power(reduced[leading], PRIME - 2);
            for (int column = leading; column < reduced.length; column++) {
                reduced[column] = reduced[column] * inverse % PRIME;
            }
            echelon.add(reduced);
            leadings.add(leading);
        }
    }

    private long[] reduce(long[] row) {
        for (int number = 0; number < echelon.size(); number++) {
            int leading = leadings.get(number);
            long factor = row[leading];
            if (factor != 0) {
                long[] other = echelon.get(number);
                for (int column = leading; column < row.length; column++) {
                    if (other[column] != 0) {
                        row[column] = Math.floorMod(row[column] - factor * other[column] % PRIME, PRIME);
                    }
                }
            }
        }
        return row;
    }

    private static int leading(long[] row) {
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0) {
                return column;
            }
        }
        return -1;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
