package nl.mjpmonitor.ops.launcher;

import java.util.List;
import java.util.Map;

/**
 * How the stack is at one moment.
 *
 * @param isHealthy everything runs and does its work
 * @param launcher process id of the launcher; 0 when there is none
 * @param metrics where the launcher tells its metrics
 * @param phase what the launcher is doing: starting, ready, stopping, or gone
 * @param memoryBytes of everything together, the launcher included
 * @param components in the order they are started
 * @param freshness one entry a source system
 * @param lags one entry a source system and stage: what waits longest there
 */
record StatusReport(
        boolean isHealthy,
        long launcher,
        String metrics,
        String phase,
        long memoryBytes,
        List<ComponentStatus> components,
        List<SystemFreshness> freshness,
        List<StageLag> lags) {

    /**
     * One component.
     *
     * @param state running, ill, or stopped
     * @param detail what is wrong; empty when nothing is
     * @param address where it listens
     * @param metrics where it tells its metrics; empty when it tells none
     * @param pid process id; 0 when it does not run
     * @param memoryBytes of the process and its children
     * @param lag how far it is behind, by what is measured: {@code bytes} for Connect behind PostgreSQL, {@code files} of open data
     *     that it has not read, {@code events} for Flink
     *     behind Kafka
     */
    record ComponentStatus(
            String name,
            String state,
            String detail,
            String address,
            String metrics,
            long pid,
            long memoryBytes,
            Map<String, Long> lag) {}

    /**
     * How old the figures of a source system are.
     *
     * @param secondsBehind seconds since the source's clock stood at what was processed last
     */
    record SystemFreshness(String system, double secondsBehind) {}

    /**
     * What waits longest at one stage on the way of one source system.
     *
     * @param stage connect, kept, stream, store or screen
     * @param table the table whose changes wait longest; empty when the system is measured as a whole, or nothing waits
     * @param amount how much of it waits
     * @param unit bytes, events or answers
     * @param secondsWaiting for how long the oldest of it has waited
     * @param secondsAgo since it was measured
     */
    record StageLag(
            String system,
            String stage,
            String table,
            long amount,
            String unit,
            double secondsWaiting,
            double secondsAgo) {}
}
