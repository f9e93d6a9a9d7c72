package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.rebuild.Rebuild;
import nl.mjpmonitor.warehouse.rebuild.RebuiltTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After a rebuild every answer is what it was, for now and for every reference date, whatever the counts looked like before. */
@ExtendWith(RunningStack.class)
class RebuildIT {

    private static final String PICKPOCKETING = "A40";
    private static final String ROBBERY = "B70";
    private static final String WYCK = "BU09350006";
    private static final String BINNENSTAD = "BU09350000";

    /** Two years before the first delivery: the demo has no cells there. */
    private static final LocalDate MONTH = LocalDate.of(2016, 1, 1);

    private static final List<String> INDICATORS = List.of("zakkenrollerij", "straatroof", "woninginbraak");
    private static final List<String> AREAS = List.of("GM0935", "WK093500", WYCK, BINNENSTAD, "BU09359999");

    /** The stands that count, and how many changes stand behind them. */
    private static final String STANDS = """
            SELECT concat(measure, ' ', area_code, ' ', toString(month), ' ', toString(known_at), ' ',
                toString(argMax((count, unknown_count), change_count)), ' ', toString(max(change_count))) AS stand
            FROM mart.monthly_count
            GROUP BY measure, area_code, month, known_at
            ORDER BY stand""";

    private static final String STANDS_OF_THE_LOG = """
            SELECT concat(measure, ' ', area_code, ' ', toString(month), ' ', toString(known_at), ' ',
                toString((count, unknown_count)), ' ', toString(change_count)) AS stand
            FROM mart.monthly_count_from_log
            ORDER BY stand""";

    /** Stands of the month that is damaged, old enough to be compared with the log. */
    private static final String COMPARABLE = """
            SELECT concat(measure, ' ', area_code) AS stand
            FROM mart.monthly_count
            WHERE month = '2023-12-01' AND startsWith(measure, 'politie.') AND known_at <
            (
                SELECT max(_known_at) - toIntervalMinute(1)
                FROM raw.change_event
                WHERE source_system = 'politiecijfers' AND source_table = 'registration'
            )""";

    private final Stack stack;
    private final Arrived arrived;
    private final List<Instant> peildata = new ArrayList<>();
    private PoliceRegister register;
    private WarehouseConnection warehouse;

    RebuildIT(Stack stack) {
        this.stack = stack;
        this.arrived = new Arrived(stack);
    }

    @BeforeEach
    void connect() throws Exception {
        register = new PoliceRegister(stack);
        warehouse = stack.warehouseConnection();
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        register.execute("DELETE FROM politie.registration WHERE month < '2018-01-01'");
        arrived.equals(register);
        register.close();
        warehouse.close();
    }

    @Test
    void theAnswersStayTheSameForEveryPeildatum() throws Exception {
        makeHistory();
        theStreamSaysWhatTheLogSays();
        List<IndicatorSeries> answers = answers();
        List<String> stands = lines(STANDS);
        assertThat(answers.stream().map(IndicatorSeries::points).distinct())
                .as("the reference dates tell apart what was known")
                .hasSizeGreaterThan(peildata.size());

        RebuiltTable counts = new Rebuild(warehouse).run().getLast();

        assertThat(counts.wasRight()).as("%s", counts).isTrue();
        assertThat(lines(STANDS)).isEqualTo(stands);
        assertThat(answers()).isEqualTo(answers);
        arrived.equals(register);
    }

    @Test
    void damageIsHealed() throws Exception {
        makeHistory();
        makeTheFirstStandsComparable();
        List<IndicatorSeries> answers = answers();
        List<String> stands = lines(STANDS);
        execute("ALTER TABLE mart.monthly_count DELETE WHERE month = '2023-12-01' SETTINGS mutations_sync = 1");
        execute("ALTER TABLE mart.monthly_count UPDATE count = count + 3 WHERE measure = 'politie.B70'"
                + " AND month < '2023-12-01' SETTINGS mutations_sync = 1");
        execute("INSERT INTO mart.monthly_count SELECT 'politie.A40', 'BU09350006', '2023-11-01', known_at, 777, 0, 777"
                + " FROM (SELECT min(known_at) - 1 AS known_at FROM mart.monthly_count)");
        execute("TRUNCATE TABLE core.police_registration");
        assertThat(answers()).isNotEqualTo(answers);

        List<RebuiltTable> rebuilt = new Rebuild(warehouse).run();

        assertThat(rebuilt.getLast().missing()).isPositive();
        assertThat(rebuilt.getLast().unexplained()).isPositive();
        assertThat(lines(STANDS)).isEqualTo(stands);
        assertThat(answers()).isEqualTo(answers);
        arrived.equals(register);
    }

    @Test
    void whatArrivesMeanwhileIsNotLost() throws Exception {
        AtomicBoolean isEnough = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<Integer> writing = writer.submit(() -> write(isEnough));
        for (int round = 0; round < 2; round++) {
            new Rebuild(warehouse).run();
        }
        isEnough.set(true);

        assertThat(writing.get()).isGreaterThan(20);
        writer.shutdown();
        arrived.equals(register);
        theStreamSaysWhatTheLogSays();
    }

    /** Waits until every change that is in the log is counted, of every system: the newest ones are logged before they count. */
    private void theStreamSaysWhatTheLogSays() throws Exception {
        Until.holds(() -> {
            List<String> counted = lines(STANDS);
            List<String> logged = lines(STANDS_OF_THE_LOG);
            assertThat(without(logged, counted)).as("counted, not in the log").isEmpty();
            assertThat(without(counted, logged)).as("in the log, not counted").isEmpty();
        });
    }

    private static Set<String> without(List<String> known, List<String> stands) {
        Set<String> result = new TreeSet<>(stands);
        known.forEach(result::remove);
        return result;
    }

    /** Inserts, corrections, unknowns, moves, withdrawals, renumberings and deletions, with a reference date after each. */
    private void makeHistory() throws Exception {
        remember();
        long moved = register.add(PICKPOCKETING, WYCK, MONTH, 7);
        long withdrawn = register.add(ROBBERY, BINNENSTAD, MONTH, 2);
        long removed = register.add(PICKPOCKETING, BINNENSTAD, MONTH, 9);
        long corrected = register.idOf(PICKPOCKETING, WYCK, LocalDate.of(2023, 12, 1));
        int before = register.countOf(corrected);
        remember();
        register.restate(corrected, before + 5);
        remember();
        register.restate(corrected, null);
        remember();
        register.restate(corrected, before + 1);
        remember();
        register.move(moved, "BU09350001");
        remember();
        register.withdraw(withdrawn);
        remember();
        register.renumber(moved, moved + 2_000_000);
        remember();
        register.remove(removed);
        remember();
        register.restate(corrected, before);
        remember();
    }

    /**
     * Goes on changing until the log spans more than its newest minute, which a rebuild does not compare: a chain that has just
     * started may be younger than that.
     */
    private void makeTheFirstStandsComparable() throws Exception {
        long touched = register.add(ROBBERY, WYCK, MONTH, 0);
        AtomicInteger count = new AtomicInteger();
        Until.holds(() -> {
            register.restate(touched, count.incrementAndGet());
            assertThat(lines(COMPARABLE))
                    .as("stands from before the newest minute")
                    .isNotEmpty();
        });
        arrived.equals(register);
    }

    /** Waits for the changes, so that the moment lies after the warehouse knew them and before it knows the next ones. */
    private void remember() throws Exception {
        arrived.equals(register);
        peildata.add(Instant.now());
        Thread.sleep(20);
    }

    private List<IndicatorSeries> answers() {
        IndicatorQuery query = new ClickHouseIndicatorQuery(
                warehouse, IndicatorCatalogue.load(), Areas.load(), Clock.fixed(peildata.getLast(), ZoneOffset.UTC));
        return query.series(Stream.concat(peildata.stream(), Stream.of(SeriesRequest.LATEST))
                .flatMap(peildatum -> INDICATORS.stream()
                        .flatMap(indicator -> AREAS.stream()
                                .map(area -> new SeriesRequest(
                                        new IndicatorId(indicator),
                                        new AreaCode(area),
                                        Period.month(2019, 1),
                                        Period.month(2023, 12),
                                        peildatum))))
                .toList());
    }

    /** Adds registrations, then restates them over and over, one transaction each. */
    private int write(AtomicBoolean isEnough) throws SQLException, InterruptedException {
        List<Long> added = new ArrayList<>();
        int changes = 0;
        try (PoliceRegister writer = new PoliceRegister(stack)) {
            while (!isEnough.get()) {
                if (added.size() < 7 * 24) {
                    String buurt = "BU0935000" + added.size() / 24;
                    added.add(writer.add(ROBBERY, buurt, MONTH.plusMonths(added.size() % 24), changes));
                } else {
                    writer.restate(added.get(changes % added.size()), changes % 5 == 0 ? null : changes);
                }
                changes++;
                Thread.sleep(10);
            }
            return changes;
        }
    }

    private List<String> lines(String sql) {
        return warehouse.query("Query of the test", sql, Map.of(), row -> row.getString("stand"));
    }

    private void execute(String sql) {
        warehouse.execute("Statement of the test", sql, Map.of());
    }
}
