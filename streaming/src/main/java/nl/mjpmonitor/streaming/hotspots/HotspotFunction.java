package nl.mjpmonitor.streaming.hotspots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.streaming.detection.DutchDays;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Screens the reports of one location. Keyed by {@link ReportChange#location()}.
 *
 * <p>For every moment at which the warehouse took in a change it writes the location's life as known then, see {@link HotspotLife}.
 * Which rows it writes and what stands in them follows from the set of changes: one that was known earlier than those already seen
 * corrects every later moment, and the corrected row carries a higher change count. Interleaving, duplicates of rows and crashes make no
 * difference, and a start from nothing writes the same again. That is why the days of cooling and closing are written ahead, and why
 * a row is written even when nothing changed, as soon as the reports that ever were there would make a hotspot together.
 *
 * <p>Timers, by the moments at which the warehouse takes things in, close what was announced and forget a location: a day after its
 * last report was withdrawn, or when its memory has passed. Then no state is left.
 */
public final class HotspotFunction extends KeyedProcessFunction<String, ReportChange, HotspotLifeRow> {

    private static final long serialVersionUID = 1L;

    /** Side output for what the catalogue counts. */
    public static final OutputTag<ChangeEventRow> FACTS =
            new OutputTag<>("hotspot-facts", TypeInformation.of(ChangeEventRow.class));

    /** Side output for hotspots that open, and are over. */
    public static final OutputTag<SignalCandidate> CANDIDATES =
            new OutputTag<>("hotspot-candidates", TypeInformation.of(SignalCandidate.class));

    /** The rule whose candidates these are. */
    public static final String RULE = "hotspot-geopend";

    /** Changes of one location come from several tasks; one that is later than all others by so long is not expected. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final HotspotSettings settings;

    private transient HotspotRows rows;
    private transient ListState<ReportChange> changes;
    private transient ValueState<Long> forgotten;
    private transient ValueState<Long> announced;
    private transient ValueState<Long> timer;

    public HotspotFunction(HotspotSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        rows = new HotspotRows(settings);
        changes = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("hotspot-reports", TypeInformation.of(ReportChange.class)));
        forgotten = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-forgotten", Types.LONG));
        announced = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-announced", Types.LONG));
        timer = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-timer", Types.LONG));
    }

    @Override
    public void processElement(ReportChange change, Context context, Collector<HotspotLifeRow> out) throws Exception {
        changes.add(change);
        List<ReportChange> all = held();
        Set<Instant> moments = all.stream()
                .map(ReportChange::knownAt)
                .filter(moment -> !moment.isBefore(change.knownAt()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Instant moment : moments) {
            write(change.location(), all, moment, context, out);
        }
        Instant passed = Instant.ofEpochMilli(Math.max(0, context.timerService().currentWatermark()));
        Instant now = newest(all).isAfter(passed) ? newest(all) : passed;
        announce(all, now, context);
        forgetAncient(all, passed);
        wakeUp(now, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<HotspotLifeRow> out) throws Exception {
        timer.clear();
        List<ReportChange> all = held();
        if (all.isEmpty()) {
            return;
        }
        Instant now = Instant.ofEpochMilli(timestamp);
        announce(all, now, context);
        boolean isSettled = !newest(all).plus(SETTLED_AFTER).isAfter(now);
        if (isSettled && HotspotLife.live(all) == 0) {
            changes.clear();
            forgotten.clear();
            announced.clear();
            return;
        }
        forgetAncient(all, now.plus(SETTLED_AFTER));
        wakeUp(now, context);
    }

    private void write(
            String location, List<ReportChange> all, Instant moment, Context context, Collector<HotspotLifeRow> out)
            throws Exception {
        List<ReportChange> known =
                all.stream().filter(change -> !change.knownAt().isAfter(moment)).toList();
        LocalDate today = DutchDays.of(moment);
        HotspotLife atMost = HotspotLife.atMost(settings, known, today);
        if (atMost.transitions().isEmpty()) {
            return;
        }
        HotspotLife life = HotspotLife.of(settings, known, today);
        String areaCode = life.areaCode().isEmpty() ? atMost.areaCode() : life.areaCode();
        long changeCount = known.size() + orZero(forgotten.value());
        out.collect(rows.life(location, areaCode, life, moment, changeCount));
        for (YearMonth month : monthsTouched(known, moment, atMost)) {
            context.output(FACTS, rows.month(location, areaCode, life, month, moment, changeCount));
        }
    }

    /** The months in which an opening may be another than before the changes of a moment, whatever was known by then. */
    private static Set<YearMonth> monthsTouched(List<ReportChange> known, Instant moment, HotspotLife atMost) {
        LocalDate touched = known.stream()
                .filter(change -> change.knownAt().equals(moment))
                .map(ReportChange::happenedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Set<YearMonth> months = new TreeSet<>();
        for (HotspotLife.Episode episode : atMost.episodes()) {
            if (!episode.closesOn().isBefore(touched)) {
                known.stream()
                        .map(ReportChange::happenedOn)
                        .filter(day -> !day.isBefore(episode.opening().on()) && day.isBefore(episode.closesOn()))
                        .forEach(day -> months.add(YearMonth.from(day)));
            }
        }
        return months;
    }

    /** Says what opened and what is over, as it stands at a moment; once each. */
    private void announce(List<ReportChange> all, Instant moment, Context context) throws Exception {
        LocalDate today = DutchDays.of(moment);
        HotspotLife life = HotspotLife.of(settings, all, today);
        Optional<HotspotLife.Episode> current = life.episodeAt(today);
        Long said = announced.value();
        Long opened =
                current.map(episode -> episode.opening().on().toEpochDay()).orElse(null);
        if (said != null && !said.equals(opened)) {
            context.output(CANDIDATES, candidate(all, life, moment, Map.of(), true));
            announced.clear();
        }
        if (opened != null && !opened.equals(said)) {
            Map<String, String> figures = figures(current.orElseThrow().opening());
            context.output(CANDIDATES, candidate(all, life, moment, figures, false));
            announced.update(opened);
        }
    }

    private SignalCandidate candidate(
            List<ReportChange> all, HotspotLife life, Instant moment, Map<String, String> figures, boolean isOver) {
        String areaCode = life.areaCode().isEmpty()
                ? HotspotLife.atMost(settings, all, DutchDays.of(moment)).areaCode()
                : life.areaCode();
        return new SignalCandidate(RULE, HotspotRows.id(all.get(0).location()), areaCode, moment, figures, isOver);
    }

    private Map<String, String> figures(Transition opening) {
        return Map.of(
                "meldingen",
                Integer.toString(opening.reports()),
                "dagen",
                Integer.toString(opening.days()),
                "venster",
                Integer.toString(settings.windowDays()),
                "categorie",
                opening.category());
    }

    /** Drops what was forgotten a day before a moment already, so that no change that may still come would need it. */
    private void forgetAncient(List<ReportChange> all, Instant moment) throws Exception {
        LocalDate from = HotspotLife.rememberedFrom(settings, all, DutchDays.of(moment.minus(SETTLED_AFTER)));
        List<ReportChange> remembered = all.stream()
                .filter(change -> !change.happenedOn().isBefore(from))
                .toList();
        if (remembered.size() == all.size()) {
            return;
        }
        if (remembered.isEmpty()) {
            changes.clear();
            forgotten.clear();
            announced.clear();
            return;
        }
        forgotten.update(orZero(forgotten.value()) + all.size() - remembered.size());
        changes.update(remembered);
    }

    /** One timer a location: for the day on which it closes, or else for when it can be forgotten. */
    private void wakeUp(Instant now, Context context) throws Exception {
        List<ReportChange> all = held();
        Long before = timer.value();
        if (before != null) {
            context.timerService().deleteEventTimeTimer(before);
            timer.clear();
        }
        if (!all.isEmpty()) {
            long due = Math.max(due(all, now), now.toEpochMilli() + 1);
            context.timerService().registerEventTimeTimer(due);
            timer.update(due);
        }
    }

    private long due(Collection<ReportChange> all, Instant now) {
        LocalDate today = DutchDays.of(now);
        long settled = newest(all).plus(SETTLED_AFTER).toEpochMilli();
        if (HotspotLife.live(all) == 0) {
            return settled;
        }
        Optional<HotspotLife.Episode> current =
                HotspotLife.of(settings, all, today).episodeAt(today);
        if (current.isPresent()) {
            return DutchDays.startMillis(current.get().closesOn());
        }
        LocalDate last = all.stream()
                .map(ReportChange::happenedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Math.max(settled, DutchDays.startMillis(last.plusDays(settings.memoryDays() + 1L)));
    }

    private List<ReportChange> held() throws Exception {
        List<ReportChange> held = new ArrayList<>();
        changes.get().forEach(held::add);
        return held;
    }

    private static Instant newest(Collection<ReportChange> all) {
        return all.stream()
                .map(ReportChange::knownAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
