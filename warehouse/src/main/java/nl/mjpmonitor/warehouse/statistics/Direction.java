package nl.mjpmonitor.warehouse.statistics;

import java.util.Optional;

/** Higher or lower than expected. Says nothing about better or worse. */
public enum Direction {
    HIGHER(1),
    LOWER(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** 1 for higher, -1 for lower. */
    int sign() {
        return sign;
    }

    static Optional<Direction> of(double difference) {
        if (difference == 0 || Double.isNaN(difference)) {
            return Optional.empty();
        }
        return Optional.of(difference > 0 ? HIGHER : LOWER);
    }

    static Optional<Direction> outside(CountRange range, long count) {
        return range.contains(count) ? Optional.empty() : of(count < range.lower() ? -1 : 1);
    }
}
