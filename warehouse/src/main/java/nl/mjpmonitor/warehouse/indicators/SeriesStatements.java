package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * What must be asked to answer many questions as known at one moment: at most three statements, which do not wait for each other.
 * Each is left out when no question needs it, because the engine spends more time on planning a large statement than on running it.
 * All figures of one indicator come out of one statement, so that they are of one moment.
 *
 * @param stream the counts of the stream
 * @param casework the rows of casework
 * @param keptMonths the months in which no rows are zero
 */
record SeriesStatements(
        Optional<SeriesStatement> stream, Optional<SeriesStatement> casework, Optional<SeriesStatement> keptMonths) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Compiles the questions; the answers refer to them by their place in the list.
     *
     * @param moment reference date of all of them
     * @param municipality area of facts that are known for the municipality only
     */
    static SeriesStatements compile(List<SeriesQuestion> questions, Instant moment, AreaCode municipality) {
        List<NumberedQuestion> streamed = new ArrayList<>();
        List<NumberedQuestion> counted = new ArrayList<>();
        List<SeriesQuestion> kept = new ArrayList<>();
        for (int number = 0; number < questions.size(); number++) {
            SeriesQuestion question = questions.get(number);
            boolean isStreamed = question.rows().fact().streamed().isPresent();
            (isStreamed ? streamed : counted).add(new NumberedQuestion(number, question));
            if (question.rows().needsMonths()) {
                kept.add(question);
            }
        }
        String at = MOMENT.format(moment);
        return new SeriesStatements(
                of(streamed).map(asked -> SeriesStatement.ofStream(StreamParameters.of(asked, at))),
                of(counted).map(asked -> SeriesStatement.ofCasework(CaseworkParameters.of(asked, at, municipality))),
                of(kept).map(asked -> SeriesStatement.ofKeptMonths(KeptMonthsParameters.of(asked, at))));
    }

    private static <T> Optional<List<T>> of(List<T> asked) {
        return Optional.of(asked).filter(list -> !list.isEmpty());
    }

    /** A question and its place among all of them. */
    record NumberedQuestion(int number, SeriesQuestion question) {}
}
