package nl.mjpmonitor.streaming.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a series and looks at it by all {@link SeriesRule}s: once things have settled after a change, and at the
 * start of every day, because days pass without changes too; and whenever settings change, by those that hold at that moment. What was
 * found before and is found no more is over: a late correction takes back what it made untrue. Keyed by
 * {@link SeriesChange#seriesKey()}.
 *
 * <p>It looks in event time, which is the moment the warehouse knew: a replay looks at the same moments and finds the same.
 */
public final class SeriesFunction extends KeyedProcessFunction<String, SeriesChange, SignalCandidate> {

    private static final String MONTHS = "series-months";
    private static final String COVERS = "series-covers";

    /** The states of which every series that can be judged has one. */
    public static final List<String> HELD = List.of(MONTHS, COVERS);

    private static final long serialVersionUID = 1L;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long HOURS_OF_DAY = 24;

    private final Timeline<SignalSettings> settings;

    private transient WatchedCatalogue catalogue;
    private transient Map<SignalSettings, List<SeriesRule>> rules;
    private transient MapState<String, SeriesChange> pending;
    private transient MapState<Integer, MonthStand> months;
    private transient MapState<String, MonthCover> covers;
    private transient MapState<Long, Long> gains;
    private transient MapState<Long, Boolean> intakes;
    private transient MapState<String, Map<String, String>> found;

    /** @param settings those that hold, and held */
    public SeriesFunction(Timeline<SignalSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        catalogue = WatchedCatalogue.shared();
        rules = new HashMap<>();
        pending = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "series-pending", Types.STRING, TypeInformation.of(SeriesChange.class)));
        months = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(MONTHS, Types.INT, TypeInformation.of(MonthStand.class)));
        covers = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(COVERS, Types.STRING, TypeInformation.of(MonthCover.class)));
        gains = getRuntimeContext().getMapState(new MapStateDescriptor<>("series-gains", Types.LONG, Types.LONG));
        intakes =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("series-intakes", Types.LONG, Types.BOOLEAN));
        found = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("series-found", Types.STRING, Types.MAP(Types.STRING, Types.STRING)));
    }

    @Override
    public void processElement(SeriesChange change, Context context, Collector<SignalCandidate> out) throws Exception {
        long settled = SeriesChange.settledAt(change.knownAtMillis(), settings);
        String place = settled + " " + what(change);
        SeriesChange before = pending.get(place);
        pending.put(place, before == null ? change : together(before, change));
        context.timerService().registerEventTimeTimer(settled - 1);
    }

    private static String what(SeriesChange change) {
        return change.kind() == SeriesChange.Kind.COUNT
                ? "count " + change.month() + ' ' + change.isSnapshot()
                : "cover " + change.source();
    }

    /** Counts add up; of a row that covers months the newest stands. */
    private static SeriesChange together(SeriesChange one, SeriesChange other) {
        if (one.kind() == SeriesChange.Kind.COUNT) {
            return one.plus(other);
        }
        return other.knownAtMillis() >= one.knownAtMillis() ? other : one;
    }

    /** What became known later waits, although it is here: a look at a moment sees what was known then. */
    private void applyUntil(long timestamp) throws Exception {
        List<String> due = new ArrayList<>();
        boolean isAnyLeft = false;
        for (String place : pending.keys()) {
            if (Long.parseLong(place.substring(0, place.indexOf(' '))) - 1 <= timestamp) {
                due.add(place);
            } else {
                isAnyLeft = true;
            }
        }
        Collections.sort(due);
        for (String place : due) {
            apply(pending.get(place));
            pending.remove(place);
        }
        if (!isAnyLeft) {
            pending.clear();
        }
    }

    private void apply(SeriesChange change) throws Exception {
        switch (change.kind()) {
            case COUNT -> {
                MonthStand before = months.get(change.month());
                months.put(change.month(), (before == null ? MonthStand.NOTHING : before).plus(change));
                gain(change);
            }
            case COVER -> {
                covers.put(change.source(), new MonthCover(change.registers(), change.month(), change.lastMonth()));
                if (!change.isSnapshot() && isBuurt(change)) {
                    intakes.put(hour(change), true);
                }
            }
            case NO_COVER -> covers.remove(change.source());
        }
    }

    /** Only what happens these months can be part of something that goes on; of anything else becoming known says nothing. */
    private void gain(SeriesChange change) throws Exception {
        YearMonth running = YearMonth.from(SeriesRule.today(Instant.ofEpochMilli(change.knownAtMillis())));
        if (!change.isSnapshot() && isBuurt(change) && change.month() >= SeriesStand.number(running.minusMonths(1))) {
            Long before = gains.get(hour(change));
            gains.put(hour(change), (before == null ? 0 : before) + change.count());
        }
    }

    private static long hour(SeriesChange change) {
        return Math.floorDiv(change.knownAtMillis(), HOUR);
    }

    private static boolean isBuurt(SeriesChange change) {
        return change.areaCode().startsWith("BU");
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SignalCandidate> out) throws Exception {
        Instant moment = Instant.ofEpochMilli(timestamp + 1);
        WatchedSeries series = catalogue.find(context.getCurrentKey()).orElse(null);
        if (series == null) {
            // an entry left the catalogue while its state stayed
            emitChanges(Map.of(), context.getCurrentKey(), moment, out);
            return;
        }
        applyUntil(timestamp);
        forget(timestamp);
        SeriesStand stand = stand(series);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (SeriesRule rule : rules.computeIfAbsent(settings.at(moment), SeriesRule::all)) {
            rule.findings(series, stand, moment).forEach(finding -> findings.put(finding.key(), finding));
        }
        emitChanges(findings, context.getCurrentKey(), moment, out);
        lookAgain(moment, context);
    }

    private void lookAgain(Instant moment, OnTimerContext context) {
        // at the end of a bounded stream every timer fires at once, and the days would never end
        if (context.timerService().currentWatermark() < Long.MAX_VALUE) {
            Instant tomorrow = SeriesRule.today(moment)
                    .plusDays(1)
                    .atStartOfDay(SeriesRule.CALENDAR)
                    .toInstant();
            Instant next = settings.next(moment).filter(tomorrow::isAfter).orElse(tomorrow);
            context.timerService().registerEventTimeTimer(next.toEpochMilli() - 1);
        }
    }

    /** What a rule may need by whatever settings. */
    private void forget(long timestamp) throws Exception {
        long oldest = Math.floorDiv(timestamp, HOUR)
                - SignalSetting.SERIES_DAYS.highest() * HOURS_OF_DAY
                - SignalSetting.INTAKE_HOURS.highest();
        removeBefore(gains, oldest);
        removeBefore(intakes, oldest);
    }

    private static <V> void removeBefore(MapState<Long, V> state, long oldest) throws Exception {
        List<Long> old = new ArrayList<>();
        for (Long hour : state.keys()) {
            if (hour < oldest) {
                old.add(hour);
            }
        }
        for (Long hour : old) {
            state.remove(hour);
        }
    }

    private SeriesStand stand(WatchedSeries series) throws Exception {
        List<MonthCover> allCovers = new ArrayList<>();
        covers.values().forEach(allCovers::add);
        Set<Long> allIntakes = new HashSet<>();
        intakes.keys().forEach(allIntakes::add);
        return new SeriesStand(series.registers(), all(months), allCovers, all(gains), allIntakes);
    }

    private static <K, V> Map<K, V> all(MapState<K, V> state) throws Exception {
        Map<K, V> all = new HashMap<>();
        state.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private void emitChanges(
            Map<String, Finding> findings, String seriesKey, Instant moment, Collector<SignalCandidate> out)
            throws Exception {
        for (Map.Entry<String, Map<String, String>> before : all(found).entrySet()) {
            if (!findings.containsKey(before.getKey())) {
                found.remove(before.getKey());
                String rule = before.getKey().substring(0, before.getKey().indexOf(' '));
                out.collect(candidate(rule, seriesKey, moment, before.getValue(), true));
            }
        }
        for (Finding finding : findings.values()) {
            @Nullable Map<String, String> before = found.get(finding.key());
            if (!finding.figures().equals(before)) {
                found.put(finding.key(), finding.figures());
                out.collect(candidate(finding.rule().id(), seriesKey, moment, finding.figures(), false));
            }
        }
    }

    private static SignalCandidate candidate(
            String rule, String seriesKey, Instant moment, Map<String, String> figures, boolean isOver) {
        int space = seriesKey.indexOf(' ');
        return new SignalCandidate(
                rule, seriesKey.substring(0, space), seriesKey.substring(space + 1), moment, figures, isOver);
    }
}
