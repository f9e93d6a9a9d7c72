package nl.mjpmonitor.warehouse.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Someone who narrows down what is withheld, because numbers are whole and not below zero: a part is at most the total less the
 * least that the other parts can be, and at least the total less the most they can be. Goes on until nothing changes.
 */
final class BoundsAttacker<K> {

    private static final long UNBOUNDED = 1_000_000;

    private final Map<K, long[]> bounds = new HashMap<>();
    private final List<Sum<K>> sums = new ArrayList<>();

    private record Sum<K>(K total, List<K> parts) {}

    void learn(K key, long figure) {
        bounds.put(key, new long[] {figure, figure});
    }

    void learnAtLeast(K key, long figure) {
        bounds.put(key, new long[] {figure, UNBOUNDED});
    }

    void learnSum(K total, List<K> parts) {
        if (!parts.isEmpty()) {
            sums.add(new Sum<>(total, parts));
        }
    }

    /** The highest less the lowest value that a figure can have. */
    long width(K key) {
        return of(key)[1] - of(key)[0];
    }

    void narrow() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (Sum<K> sum : sums) {
                isChanged |= narrow(sum);
            }
        }
    }

    private boolean narrow(Sum<K> sum) {
        long least = sum.parts().stream().mapToLong(part -> of(part)[0]).sum();
        long most = sum.parts().stream().mapToLong(part -> of(part)[1]).sum();
        boolean isChanged = narrow(sum.total(), least, most);
        for (K part : sum.parts()) {
            long[] total = of(sum.total());
            long[] own = of(part);
            isChanged |= narrow(part, total[0] - (most - own[1]), total[1] - (least - own[0]));
            least += of(part)[0] - own[0];
            most += of(part)[1] - own[1];
        }
        return isChanged;
    }

    private boolean narrow(K key, long least, long most) {
        long[] now = of(key);
        long[] narrowed = {Math.max(now[0], least), Math.min(now[1], most)};
        if (narrowed[0] > narrowed[1]) {
            throw new AssertionError("What is given contradicts itself at " + key);
        }
        bounds.put(key, narrowed);
        return narrowed[0] != now[0] || narrowed[1] != now[1];
    }

    private long[] of(K key) {
        return bounds.getOrDefault(key, new long[] {0, UNBOUNDED});
    }
}
