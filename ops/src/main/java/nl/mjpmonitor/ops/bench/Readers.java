package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Visitor;

/** People who each have the dashboard open and go to another view after a while, independent of one another. */
final class Readers {

    /** Some at once: a password costs the server much. */
    private static final int LOGINS_AT_ONCE = 4;

    /**
     * Switches to one kind of view.
     *
     * @param late of which the figures came after the view
     */
    record Measured(Times times, double kilobytes, long late) {}

    private record Switch(String view, Visitor.Visit visit) {}

    private final HttpClient http;
    private final URI dashboard;
    private final ViewChoice choice;
    private final Duration pause;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Queue<Switch> switches = new ConcurrentLinkedQueue<>();
    private int rounds;

    Readers(HttpClient http, URI dashboard, ViewChoice choice, Duration pause) {
        this.http = http;
        this.dashboard = dashboard;
        this.choice = choice;
        this.pause = pause;
    }

    /** Has them log in, taking turns in using the accounts. */
    void arrive(Collection<DemoAccount> people, int number) throws IOException, InterruptedException {
        List<DemoAccount> accounts = List.copyOf(people);
        List<Callable<Visitor>> logins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            DemoAccount account = accounts.get(i % accounts.size());
            logins.add(() -> Visitor.login(http, dashboard, account.name(), account.password(), "overzicht"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(LOGINS_AT_ONCE)) {
            visitors.addAll(all(threads, logins));
        }
    }

    /** Has them read and go on for some time. A pause lasts between half and one and a half times the usual one. */
    void read(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        rounds++;
        List<Callable<Boolean>> walks = new ArrayList<>();
        for (int i = 0; i < visitors.size(); i++) {
            Visitor visitor = visitors.get(i);
            Random chance = new Random(1_000L * rounds + i);
            walks.add(() -> walk(visitor, chance, end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all(threads, walks);
        }
    }

    /** Forgets what was measured. */
    void forget() {
        switches.clear();
    }

    /** Has them log out. */
    void leave() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    Map<String, Measured> byView() {
        Map<String, Measured> measured = new TreeMap<>();
        for (String view : choice.names()) {
            measured.put(
                    view,
                    measured(switches.stream()
                            .filter(one -> one.view().equals(view))
                            .map(Switch::visit)
                            .toList()));
        }
        return measured;
    }

    Measured all() {
        return measured(switches.stream().map(Switch::visit).toList());
    }

    private boolean walk(Visitor visitor, Random chance, long end) throws IOException, InterruptedException {
        // they do not start in step
        long wait = chance.nextLong(pause.toMillis());
        while (System.nanoTime() + wait * 1_000_000 < end) {
            Thread.sleep(wait);
            String view = choice.names().get(chance.nextInt(choice.names().size()));
            switches.add(new Switch(view, visitor.go(choice.address(view, chance))));
            wait = pause.toMillis() / 2 + chance.nextLong(pause.toMillis());
        }
        return true;
    }

    private static Measured measured(List<Visitor.Visit> visits) {
        List<Double> millis =
                visits.stream().map(visit -> visit.time().toNanos() / 1e6).toList();
        List<Double> kilobytes =
                visits.stream().map(visit -> visit.bytes() / 1024.0).toList();
        return new Measured(
                Times.of(millis),
                Times.of(kilobytes).quantile(0.5),
                visits.stream().filter(Visitor.Visit::isLate).count());
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> work)
            throws IOException, InterruptedException {
        List<T> done = new ArrayList<>();
        for (Future<T> one : threads.invokeAll(work)) {
            try {
                done.add(one.get());
            } catch (ExecutionException e) {
                throw new IOException("A reader could not go on", e.getCause());
            }
        }
        return done;
    }
}
