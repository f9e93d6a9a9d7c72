package nl.mjpmonitor.dashboard.review;

import java.util.Comparator;
import java.util.List;

/**
 * Puts first what deserves attention: an open signal, then what is unusual, then a missed target. Of equal weight the one that
 * differs most from what is usual comes first; of equal size the order of the catalogue holds.
 */
final class ReviewRanking {

    static final int TOPICS = 3;

    private static final Comparator<ReviewLine> ORDER =
            Comparator.comparing(ReviewLine::attention).thenComparing(ReviewLine::deviation, Comparator.reverseOrder());

    private ReviewRanking() {}

    /** @param lines in the order of the catalogue */
    static List<ReviewLine> ranked(List<ReviewLine> lines) {
        return lines.stream().sorted(ORDER).toList();
    }

    /** What to speak about when nobody chose: the first lines with a figure. */
    static List<ReviewLine> suggested(List<ReviewLine> ranked) {
        return ranked.stream().filter(ReviewLine::isKnown).limit(TOPICS).toList();
    }
}
