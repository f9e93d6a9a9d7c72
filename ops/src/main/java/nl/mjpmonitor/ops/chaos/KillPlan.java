package nl.mjpmonitor.ops.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Who is killed, and when. Of as many kills as there are components each gets one, in an order that the seed decides; now and then a second
 * one dies before the first can be back. Not safe for use by several threads.
 */
final class KillPlan {

    static final Duration LONGEST_CALM = Duration.ofSeconds(6);
    static final Duration LONGEST_HEAD_START = Duration.ofSeconds(4);
    private static final int ONE_IN_SO_MANY_IS_A_PAIR = 6;

    private final List<String> components;
    private final Random random;
    private final List<String> drawn = new ArrayList<>();

    /**
     * One or two kills at a time.
     *
     * @param calm how long all is left alone before it
     * @param second killed too, a head start later; empty when the first dies alone. It may be the first again
     */
    record Strike(Duration calm, String first, Duration headStart, Optional<String> second) {}

    /** @throws IllegalArgumentException when there is nothing to kill */
    KillPlan(List<String> components, Random random) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to kill.");
        }
        this.components = List.copyOf(components);
        this.random = random;
    }

    /** @param left most kills that it may be */
    Strike next(int left) {
        Duration calm = upTo(LONGEST_CALM);
        boolean isPair = left > 1 && random.nextInt(ONE_IN_SO_MANY_IS_A_PAIR) == 0;
        String first = draw();
        return isPair
                ? new Strike(calm, first, upTo(LONGEST_HEAD_START), Optional.of(draw()))
                : new Strike(calm, first, Duration.ZERO, Optional.empty());
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextInt(Math.toIntExact(longest.toMillis())));
    }

    private String draw() {
        if (drawn.isEmpty()) {
            drawn.addAll(components);
            Collections.shuffle(drawn, random);
        }
        return drawn.removeFirst();
    }
}
