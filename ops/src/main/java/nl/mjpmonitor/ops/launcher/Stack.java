package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.sources.live.TimedPace;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.schema.Migrations;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The whole chain, from the demo sources to the dashboard, as child processes of this one.
 *
 * <p>{@link #start()} returns when the figures of the sources have arrived on the screen. From then on a component that dies is
 * started again and the chain catches up by itself. {@link #close()} stops everything in reverse order. What the chain holds
 * survives in the state folder: a stack opened on it later goes on from there.
 *
 * <p>Only one stack can be open on a state folder. Methods may be called from any thread.
 */
public final class Stack implements AutoCloseable {

    private static final Duration CONNECTORS_LIMIT = Duration.ofMinutes(5);

    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final StateLock lock;
    private final String startedAt = Instant.now().toString();
    private final Secrets secrets;
    private final Parts parts;
    private final SnapshotLedger ledger;
    private final Map<String, Supervisor> supervisors;
    private final List<Supervisor> guests = new CopyOnWriteArrayList<>();
    private final Keepers keepers = new Keepers();

    private @Nullable DemoAccounts accounts;
    private @Nullable LauncherMetrics metrics;
    private @Nullable LiveFeed liveFeed;
    private @Nullable Thread starter;
    private boolean isClosing;

    private Stack(Home home, Ports ports, Progress progress, StateLock lock, RecordedClasses classes)
            throws IOException, InterruptedException {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
        this.lock = lock;
        this.secrets = Secrets.in(home.secrets());
        this.parts = new Parts(home, ports, secrets, classes);
        this.ledger = new SnapshotLedger(home, parts);
        this.supervisors = parts.components().stream()
                .collect(Collectors.toMap(
                        Component::name,
                        component -> new Supervisor(component, home, progress),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /**
     * Takes possession of a state folder and cleans up after an earlier launcher that was killed: what it left running is stopped.
     * Starts nothing yet.
     *
     * @param isFresh throws away everything the state folder holds
     * @throws LauncherException when a stack is open on the folder already, or a port is taken; nothing has been started then
     */
    public static Stack open(Home home, Ports ports, Progress progress, boolean isFresh)
            throws IOException, InterruptedException {
        return open(home, ports, progress, Shape.SINGLE, isFresh);
    }

    /**
     * The same with a number of processes to choose.
     *
     * @throws LauncherException also when the state was made by a stack of another shape
     */
    public static Stack open(Home home, Ports ports, Progress progress, Shape shape, boolean isFresh)
            throws IOException, InterruptedException {
        return open(home, ports, progress, shape, isFresh, RecordedClasses.used(home));
    }

    /** One that starts afresh, and whose programs record their classes. */
    static Stack openRecording(Home home, Ports ports, Progress progress, RecordedClasses classes)
            throws IOException, InterruptedException {
        return open(home, ports, progress, Shape.SINGLE, true, classes);
    }

    private static Stack open(
            Home home, Ports ports, Progress progress, Shape shape, boolean isFresh, RecordedClasses classes)
            throws IOException, InterruptedException {
        home.createState();
        StateLock lock = StateLock.take(home);
        try {
            if (!isFresh) {
                shape.claim(home);
            }
            Orphans.stop(home, progress);
            if (isFresh) {
                throwAway(home);
                home.createState();
                shape.claim(home);
            }
            Stack stack = new Stack(home, ports, progress, lock, classes);
            PortCheck.requireFree(ports, stack.ownPorts());
            if (isFresh) {
                stack.parts.clickHouse().requireEmpty();
            }
            return stack;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything and waits until the figures have arrived.
     *
     * @return the time each step took, in the order they were finished
     * @throws LauncherException when something cannot be started; what was started still runs until {@link #close()}
     */
    public Map<String, Duration> start() throws Exception {
        synchronized (this) {
            if (isClosing) {
                throw new IllegalStateException("The stack has been closed");
            }
            starter = Thread.currentThread();
        }
        try {
            describe(StackDescription.Phase.STARTING);
            accounts = DemoAccounts.create(parts.dashboard().accounts());
            LauncherMetrics started = startMetrics();
            keepers.start("transactions", new TransactionKeeper(parts, ledger, progress)::keep);
            Map<String, Duration> times = plan().run();
            parts.flink().beginFrom(FlinkJob.NEWEST);
            new QualityKeeper(parts, secrets, accounts().getFirst().token(), started, progress, System.getenv())
                    .start(keepers);
            Supervisor job = supervisor(parts.flink().names().getFirst());
            keepers.start("thresholds", new ThresholdKeeper(parts.clickHouse().address(), job, progress)::keep);
            describe(StackDescription.Phase.READY);
            return times;
        } finally {
            synchronized (this) {
                starter = null;
                notifyAll();
            }
        }
    }

    /** The names of the components, in the order they are started. */
    public List<String> names() {
        return List.copyOf(supervisors.keySet());
    }

    /** Kills the process of a component as a crash would (SIGKILL). It is started again by itself. */
    public void kill(String component) throws InterruptedException {
        supervisor(component).kill();
    }

    /** Stops a component in good order, until {@link #startAgain}. */
    public void stop(String component) throws InterruptedException {
        supervisor(component).stop();
    }

    /** Starts a stopped component and waits until it is healthy. */
    public void startAgain(String component) throws IOException, InterruptedException {
        supervisor(component).start();
    }

    /** Stops a component in good order, starts it again and waits until it is healthy. */
    public void restart(String component) throws IOException, InterruptedException {
        stop(component);
        startAgain(component);
    }

    /**
     * Stops the stream, and starts it elsewhere in what it has read: whatever it begins from, the warehouse ends up the same. Returns when
     * all of the job runs.
     *
     * @param from as in {@link #beginStreamFrom}
     */
    public void restartStream(String from) throws Exception {
        beginStreamFrom(from);
        try {
            List<String> processes = parts.flink().names();
            for (String process : processes.reversed()) {
                stop(process);
            }
            StartPlan plan = new StartPlan();
            processes.forEach(process -> plan.step(process, Set.of(), () -> startAgain(process)));
            plan.run();
        } finally {
            beginStreamFrom(FlinkJob.NEWEST);
        }
    }

    /**
     * Has the stream begin elsewhere than at its newest checkpoint when it is started next.
     *
     * @param from {@code none} for the beginning of the topics, {@code newest}, or the folder of a savepoint
     * @throws LauncherException when it is none of these
     */
    public void beginStreamFrom(String from) {
        parts.flink().beginFrom(from);
    }

    /**
     * Saves all that the stream knows, while it goes on.
     *
     * @return the folder that {@link #restartStream} can begin from
     * @throws LauncherException when the stream does not run, or could not save it
     */
    public String savepoint() throws IOException, InterruptedException {
        return new Savepoint(parts.flink()).take();
    }

    /**
     * Starts one more Connect worker beside the one there is; the two share out the connectors. It leaves again when what is returned is
     * closed, or the stack.
     *
     * @throws LauncherException in a cluster, which has two already
     */
    public synchronized AutoCloseable joinConnect() throws IOException, InterruptedException {
        Component second = parts.connect().second();
        if (supervisors.containsKey(second.name())) {
            throw new LauncherException("A second Connect worker runs already.");
        }
        Supervisor guest = new Supervisor(second, home, progress);
        guests.add(guest);
        guest.start();
        return guest::stop;
    }

    /** Waits until a component is healthy, for instance after {@link #kill}. */
    public void awaitHealthy(String component, Duration limit) throws InterruptedException {
        supervisor(component).awaitRunning(limit);
    }

    /** The process id of a component; empty while it is down. */
    public OptionalLong pid(String component) {
        return supervisor(component).pid();
    }

    /** Resident memory of each running component with its children, and of this process as {@code launcher}; see {@link Memory}. */
    public Map<String, Long> memoryBytes() {
        Map<String, Long> memory = new LinkedHashMap<>();
        supervisors.forEach((name, supervisor) -> supervisor.pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(process -> memory.put(name, Memory.ofFamily(process).orElse(0))));
        memory.put("launcher", Memory.of(ProcessHandle.current().pid()).orElse(0));
        return memory;
    }

    /** Processor time of each running component with its children since it was started; see {@link ProcessorTime}. */
    public Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        supervisors.forEach((name, supervisor) -> supervisor.pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(process -> times.put(name, ProcessorTime.ofFamily(process))));
        return times;
    }

    /** A connection to the database of a source system, as its owner. */
    public Connection source(String system) throws SQLException {
        return parts.postgres().connect(system);
    }

    /** A JDBC connection to ClickHouse. */
    public Connection warehouse() throws SQLException {
        return parts.clickHouse().address().connect();
    }

    /** A connection to ClickHouse as the warehouse's own classes use it. */
    public WarehouseConnection warehouseConnection() {
        return parts.clickHouse().address().open();
    }

    /** The folder in which files of open data are dropped: in it a folder for each table. */
    public Path openDataFolder() {
        return parts.openData().folder();
    }

    /** The brokers, as {@code host:port} with commas between them. */
    public String kafkaBootstrap() {
        return parts.kafka().bootstrap();
    }

    /** The REST interface of Connect: of the first worker, which answers for all. */
    public URI connectAddress() {
        return parts.connect().addresses().getFirst();
    }

    /** The REST interface of Flink. */
    public URI flinkAddress() {
        return parts.flink().address();
    }

    /** The dashboard and the API. */
    public URI dashboardAddress() {
        return parts.dashboard().address();
    }

    /**
     * Where each component tells its metrics in the form of Prometheus, the launcher included; that of the dashboard needs the token of
     * a beheerder. PostgreSQL stands in for the servers of other organisations and tells none: its slots are among the launcher's.
     */
    public Map<String, URI> metricsAddresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        parts.components()
                .forEach(component ->
                        component.metrics().ifPresent(address -> addresses.put(component.name(), address)));
        addresses.put("launcher", ports.metrics(PortName.LAUNCHER_METRICS));
        return addresses;
    }

    /** The demo accounts of this start, with their passwords and tokens. */
    public List<DemoAccount> accounts() {
        DemoAccounts made = accounts;
        if (made == null) {
            throw new IllegalStateException("The stack has not been started");
        }
        return made.all();
    }

    /** Takes source systems in anew, as the stack itself does when changes of one are missing. */
    public Resnapshot resnapshot() {
        return new Resnapshot(parts, ledger, progress);
    }

    /** Lists, replays and dismisses rejected events. */
    public Replay replay() {
        return new Replay(kafkaBootstrap(), warehouseConnection());
    }

    /**
     * Lets a paused table go on; returns when what waited has been replayed.
     *
     * @throws LauncherException when it is not paused
     */
    public Resume.Outcome resume(String system, String table) throws IOException, SQLException, InterruptedException {
        return new Resume(parts, secrets).of(system, table);
    }

    /**
     * Compares a system with the warehouse at the same position and mends what differs.
     *
     * @return one entry a range of keys, and one for the counts of a counted table
     */
    public List<ReconciledRange> reconcile(String system) throws IOException, SQLException, InterruptedException {
        try (Reconciler reconciler = new Reconciler(parts, secrets, Clock.systemUTC())) {
            List<ReconciledRange> found = reconciler.check(system, Optional.empty(), true);
            metrics().compared(found);
            return found;
        }
    }

    /**
     * Has the users of the demo source systems work, until {@link #stopLive} or {@link #close}. Does nothing when they do already.
     *
     * @param changesPerMinute in all systems together
     * @throws LauncherException when the rate is no rate
     */
    public synchronized void startLive(int changesPerMinute) {
        if (liveFeed == null && !isClosing) {
            liveFeed = LiveFeed.start(parts.postgres()::connect, changesPerMinute, new TimedPace(), change -> {});
        }
    }

    /** Has the users of the demo source systems stop; returns when their last change is done. */
    public synchronized void stopLive() {
        if (liveFeed != null) {
            liveFeed.close();
            liveFeed = null;
        }
    }

    /** Waits until the warehouse holds exactly the rows that the source holds now, or every file of {@code opendata}. */
    public void awaitFigures(String system) throws IOException, SQLException, InterruptedException {
        try (WarehouseConnection warehouse = warehouseConnection()) {
            figures(warehouse).await(system, accounts().getFirst().token());
        }
    }

    /**
     * What differs at this moment between a source system and the warehouse: every row of every captured table, column by column, and
     * every count. What is on its way differs too; ask again.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be reached
     */
    public List<Difference> differences(String system) throws IOException, SQLException {
        try (WarehouseConnection warehouse = warehouseConnection()) {
            return new SourceComparison(
                            parts.postgres(),
                            warehouse,
                            parts.artifacts().contracts(),
                            secrets,
                            parts.artifacts().pseudonymKeyVersion())
                    .of(system);
        }
    }

    /**
     * Stops everything in reverse order of starting, and lets go of the state folder. Does nothing the second time. It is not cut
     * short by an interruption, because that would leave processes behind.
     */
    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().name("stop").start(this::stopAll);
        boolean wasInterrupted = false;
        while (closing.isAlive()) {
            try {
                closing.join();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        try {
            if (!beginClosing()) {
                return;
            }
            describeQuietly(StackDescription.Phase.STOPPING);
            for (Supervisor guest : guests) {
                guest.stop();
            }
            for (Supervisor supervisor : new ArrayList<>(supervisors.values()).reversed()) {
                boolean wasRunning = supervisor.pid().isPresent();
                Instant begin = Instant.now();
                supervisor.stop();
                if (wasRunning) {
                    progress.done(supervisor.component().name(), "stopped", Duration.between(begin, Instant.now()), "");
                }
            }
            stopMetrics();
            Files.deleteIfExists(home.description());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        } catch (IOException e) {
            progress.say("%s could not be removed: %s".formatted(home.description(), e.getMessage()));
        } finally {
            lock.close();
        }
    }

    /** Ends a start that is under way; answers whether closing is still to be done. */
    private synchronized boolean beginClosing() throws InterruptedException {
        if (isClosing) {
            return false;
        }
        isClosing = true;
        if (starter != null) {
            starter.interrupt();
        }
        while (starter != null) {
            wait();
        }
        stopLive();
        keepers.stop();
        return true;
    }

    private synchronized LauncherMetrics startMetrics() {
        LauncherMetrics started = LauncherMetrics.start(ports.port(PortName.LAUNCHER_METRICS));
        started.watch(supervisors.values());
        metrics = started;
        return started;
    }

    private synchronized void stopMetrics() {
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
    }

    private synchronized LauncherMetrics metrics() {
        LauncherMetrics started = metrics;
        if (started == null) {
            throw new IllegalStateException("The stack has not been started");
        }
        return started;
    }

    private StartPlan plan() {
        StartPlan plan = new StartPlan();
        Set<String> kafka = Set.copyOf(parts.kafka().names());
        Set<String> connect = Set.copyOf(parts.connect().names());
        Set<String> flink = Set.copyOf(parts.flink().names());
        component(plan, PostgresServer.NAME, Set.of());
        components(plan, parts.kafka().names(), Set.of());
        boolean isClickHouseOurs = supervisors.containsKey(ClickHouseServer.NAME);
        if (isClickHouseOurs) {
            component(plan, ClickHouseServer.NAME, Set.of());
        }
        step(plan, "sources", Set.of(PostgresServer.NAME), "filled", this::createSources);
        step(plan, StoreDatabase.NAME, Set.of(PostgresServer.NAME), "created", this::createStore);
        step(plan, "open data", Set.of(), "dropped", () -> parts.openData().dropFiles());
        step(plan, "topics", kafka, "created", this::createTopics);
        step(plan, "warehouse", isClickHouseOurs ? Set.of(ClickHouseServer.NAME) : Set.of(), "migrated", this::migrate);
        components(plan, parts.connect().names(), kafka);
        components(plan, parts.flink().names(), Set.of("topics", "warehouse"));
        component(plan, DashboardServer.NAME, Set.of("warehouse", StoreDatabase.NAME));
        step(
                plan,
                "connectors",
                union(connect, Set.of("sources", "open data", "topics")),
                "running",
                this::registerConnectors);
        step(
                plan,
                "figures",
                union(flink, Set.of("connectors", DashboardServer.NAME)),
                "arrived",
                this::awaitAllFigures);
        return plan;
    }

    /** Work that tells in a few words what came of it. */
    @FunctionalInterface
    private interface Telling {
        String run() throws Exception;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private void components(StartPlan plan, List<String> names, Set<String> after) {
        names.forEach(name -> component(plan, name, after));
    }

    private void component(StartPlan plan, String name, Set<String> after) {
        Supervisor supervisor = supervisor(name);
        step(plan, name, after, "up", () -> {
            supervisor.start();
            return ports.address(supervisor.component().ports().getFirst());
        });
    }

    private void step(StartPlan plan, String name, Set<String> after, String outcome, Telling work) {
        plan.step(name, after, () -> {
            Instant begin = Instant.now();
            String detail = work.run();
            progress.done(name, outcome, Duration.between(begin, Instant.now()), detail);
        });
    }

    private String createSources() throws SQLException {
        new SourceSystems(parts.postgres(), secrets).create();
        return String.join(", ", SourceSystems.names());
    }

    private String createStore() throws SQLException {
        parts.store().create();
        return "for the dashboard";
    }

    private String createTopics() throws IOException, ExecutionException, InterruptedException {
        Topics topics = Topics.of(parts.artifacts().contracts());
        try (Admin admin = parts.kafka().admin()) {
            topics.create(admin);
        }
        return topics.names().size() + " topics";
    }

    private String migrate() {
        try (WarehouseConnection connection = warehouseConnection()) {
            int applied = new Migrations(connection).apply().size();
            return applied == 0 ? "nothing new" : applied + " migrations";
        }
    }

    /** Registers all connectors and has them looked after from then on, also while they come to run. */
    private String registerConnectors() throws IOException, InterruptedException {
        Connectors connectors = parts.connect().connectors();
        List<Connectors.Definition> definitions =
                Connectors.definitions(parts.artifacts().connectors());
        for (Connectors.Definition definition : definitions) {
            if (definition.capturesADatabase()
                    && connectors.epoch(definition.name()).isEmpty()) {
                ledger.beginFirst(definition.name());
            }
            connectors.register(definition);
        }
        keepers.start("connectors", new ConnectorKeeper(parts, ledger, metrics(), progress)::keep);
        for (Connectors.Definition definition : definitions) {
            connectors.awaitRunning(definition.name(), CONNECTORS_LIMIT);
        }
        return definitions.stream().map(Connectors.Definition::name).collect(Collectors.joining(", "));
    }

    private String awaitAllFigures() throws IOException, SQLException, InterruptedException {
        long rows = 0;
        try (WarehouseConnection warehouse = warehouseConnection()) {
            Figures figures = figures(warehouse);
            for (String system : SourceSystems.names()) {
                rows += figures.await(system, accounts().getFirst().token());
            }
            rows += figures.await(OpenData.SYSTEM, accounts().getFirst().token());
        }
        return rows + " rows of the sources";
    }

    private Figures figures(WarehouseConnection warehouse) {
        return new Figures(
                parts.postgres(), parts.openData(), warehouse, parts.dashboard().address(), progress);
    }

    private Supervisor supervisor(String component) {
        Supervisor supervisor = supervisors.get(component);
        if (supervisor == null) {
            throw new LauncherException("There is no component called '%s'; the components are %s."
                    .formatted(component, String.join(", ", supervisors.keySet())));
        }
        return supervisor;
    }

    private Set<PortName> ownPorts() {
        return Stream.concat(
                        Stream.of(PortName.LAUNCHER_METRICS),
                        parts.components().stream().flatMap(component -> component.ports().stream()))
                .collect(Collectors.toSet());
    }

    private void describe(StackDescription.Phase phase) throws IOException {
        StackDescription.write(home.description(), phase, startedAt, ports);
    }

    private void describeQuietly(StackDescription.Phase phase) {
        try {
            describe(phase);
        } catch (IOException e) {
            progress.say("%s could not be written: %s".formatted(home.description(), e.getMessage()));
        }
    }

    /** Everything but the lock that is being held. */
    private static void throwAway(Home home) throws IOException {
        try (Stream<Path> entries = Files.list(home.state())) {
            for (Path entry : entries.toList()) {
                if (!entry.equals(home.lock())) {
                    Folders.delete(entry);
                }
            }
        }
    }
}
