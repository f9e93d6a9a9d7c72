package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One process of the stack: what it is called, how to start it, how to see that it works, how to ask it to stop.
 *
 * @param name short lower-case name, used on the command line and for its files
 * @param ports where it listens; the first is the address shown
 * @param after components that must be healthy before it is started; they are stopped after it
 * @param launch prepares a start and tells the command
 * @param startLimit longest wait for the first healthy answer
 * @param stopSignal what asks it to finish in good order
 * @param stopGrace how long it may take to stop before it is killed
 * @param metrics where it tells its metrics in the form of Prometheus; empty when it does not itself
 * @param whenUp what is added to its process once that is healthy, which nobody waits for
 */
record Component(
        String name,
        List<PortName> ports,
        Set<String> after,
        Launch launch,
        HealthCheck health,
        Duration startLimit,
        StopSignal stopSignal,
        Duration stopGrace,
        Optional<URI> metrics,
        WhenUp whenUp) {

    static final Duration START_LIMIT = Duration.ofMinutes(6);
    static final Duration STOP_GRACE = Duration.ofSeconds(15);

    Component {
        ports = List.copyOf(ports);
        after = Set.copyOf(after);
    }

    /** A component that stops on SIGTERM, within the usual limits. */
    static Component of(String name, List<PortName> ports, Set<String> after, Launch launch, HealthCheck health) {
        return new Component(
                name,
                ports,
                after,
                launch,
                health,
                START_LIMIT,
                StopSignal.TERM,
                STOP_GRACE,
                Optional.empty(),
                process -> {});
    }

    /** The same component, telling its metrics at an address. */
    Component telling(URI address) {
        return new Component(
                name, ports, after, launch, health, startLimit, stopSignal, stopGrace, Optional.of(address), whenUp);
    }

    /** The same component, killed when it has not stopped after so long. */
    Component stoppingWithin(Duration grace) {
        return new Component(name, ports, after, launch, health, startLimit, stopSignal, grace, metrics, whenUp);
    }

    /** The same component, to which something is added whenever it has become healthy. */
    Component adding(WhenUp work) {
        return new Component(name, ports, after, launch, health, startLimit, stopSignal, stopGrace, metrics, work);
    }

    /** Puts in place what a start needs (folders, configuration, a formatted disk) and tells the command. Idempotent. */
    @FunctionalInterface
    interface Launch {
        Command prepare() throws IOException, InterruptedException;
    }

    /** Adds something to a process that has become healthy. The component works without it, too, so it throws nothing. */
    @FunctionalInterface
    interface WhenUp {
        void add(ProcessHandle process);
    }

    /** The signal that asks a process to finish in good order. */
    enum StopSignal {
        /** Understood by every JVM. */
        TERM,
        /** PostgreSQL: disconnect the clients and stop; TERM would wait for them. */
        INT
    }
}
