package nl.mjpmonitor.streaming.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tables wait. Of two statements about a topic the one at the higher offset holds, so that statements of several tasks can be
 * put together in any order.
 */
final class TablePauses {

    /** Header of the mark in a table's own topic from which its events are accepted again. */
    static final String RESUME_HEADER = "mjp.resume";

    /** Header of an event that is in the topic for another time. It may be of a time that is over, and pauses nothing. */
    static final String REPLAY_HEADER = "mjp.replayed";

    private final Map<String, TablePause> byTopic = new HashMap<>();

    /** Takes in what was known before. */
    void restore(Collection<TablePause> known) {
        known.forEach(this::add);
    }

    /** The pause of a topic, if it waits. */
    Optional<TablePause> of(String topic) {
        TablePause pause = byTopic.get(topic);
        return pause != null && pause.isPaused() ? Optional.of(pause) : Optional.empty();
    }

    void pause(String topic, long offset) {
        add(new TablePause(topic, offset, true));
    }

    void resume(String topic, long offset) {
        add(new TablePause(topic, offset, false));
    }

    List<TablePause> all() {
        return List.copyOf(byTopic.values());
    }

    /** Whether a record is a mark to resume its table. */
    static boolean isResumeMark(ConsumedRecord record) {
        return record.value() == null && record.header(RESUME_HEADER) != null;
    }

    static boolean isReplay(ConsumedRecord record) {
        return record.header(REPLAY_HEADER) != null;
    }

    private void add(TablePause pause) {
        byTopic.merge(pause.topic(), pause, (one, other) -> other.offset() >= one.offset() ? other : one);
    }
}
