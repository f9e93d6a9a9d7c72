package nl.mjpmonitor.dashboard.review;

import java.util.function.UnaryOperator;

/** Changes the agenda on behalf of who is typing. */
@FunctionalInterface
interface AgendaWriter {

    /**
     * Changes the newest agenda that the page knows and shows what came of it.
     *
     * @return whether the change was kept; the page says why when it was not
     */
    boolean write(UnaryOperator<AgendaContent> change);
}
