package nl.mjpmonitor.streaming.hotspots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.streaming.detection.DutchDays;
import nl.mjpmonitor.streaming.detection.HeldChanges;
import nl.mjpmonitor.streaming.detection.JudgedMoments;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.functions.OpenContext;
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
 * <p>Each moment is judged by the settings that held then. Settings that change are a change like any other: the life is written for the
 * moment from which they hold, by the settings it had or has, and every later one is corrected under a higher change count.
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

    /** The state that every location has of which something is held. */
    public static final String HELD = "hotspot-reports";

    /** Changes of one location come from several tasks; one that is later than all others by so long is not expected. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final Timeline<HotspotSettings> settings;

    private transient HotspotRows rows;
    private transient HeldChanges<ReportChange> changes;
    private transient ValueState<Long> forgotten;
    private transient ValueState<Long> announced;
    private transient ValueState<Long> timer;

    private transient JudgedMoments<HotspotSettings> judged;

    /** @param settings those that hold, and held */
    public HotspotFunction(Timeline<HotspotSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        rows = new HotspotRows();
        changes = new HeldChanges<>(getRuntimeContext(), HELD, ReportChange.class);
        forgotten = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-forgotten", Types.LONG));
        announced = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-announced", Types.LONG));
        timer = getRuntimeContext().getState(new ValueStateDescriptor<>("hotspot-timer", Types.LONG));
        judged = new JudgedMoments<>(settings, getRuntimeContext(), "hotspot-judged-by");
    }

    @Override
    public void processElement(ReportChange change, Context context, Collector<HotspotLifeRow> out) throws Exception {
        changes.add(change);
        List<ReportChange> all = changes.all();
        Instant passed = Instant.ofEpochMilli(Math.max(0, context.timerService().currentWatermark()));
        Instant now = HeldChanges.newest(all, passed);
        Optional<Instant> due = judged.firstDue(now);
        writeFrom(due.filter(change.knownAt()::isAfter).orElse(change.knownAt()), all, now, context, out);
        announce(all, now, due.isPresent(), context);
        forgetAncient(all, passed);
        wakeUp(now, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<HotspotLifeRow> out) throws Exception {
        List<ReportChange> all = changes.all();
        if (all.isEmpty()) {
            timer.clear();
            return;
        }
        Instant now = Instant.ofEpochMilli(timestamp);
        Optional<Instant> due = judged.firstDue(now);
        if (due.isPresent()) {
            now = HeldChanges.newest(all, now);
            writeFrom(due.get(), all, now, context, out);
        }
        announce(all, now, due.isPresent(), context);
        boolean isSettled = !HeldChanges.newest(all).plus(SETTLED_AFTER).isAfter(now);
        if (isSettled && HotspotLife.live(all) == 0) {
            forget();
        } else {
            forgetAncient(all, now.plus(SETTLED_AFTER));
        }
        wakeUp(now, context);
    }

    /** Writes how it stood at each moment from one on at which something was known anew, or judged anew. */
    private void writeFrom(
            Instant from, List<ReportChange> all, Instant now, Context context, Collector<HotspotLifeRow> out)
            throws Exception {
        for (Instant moment : judged.from(from, all.stream().map(ReportChange::knownAt), now)) {
            write(all.get(0).location(), all, moment, context, out);
        }
    }

    private void write(
            String location, List<ReportChange> all, Instant moment, Context context, Collector<HotspotLifeRow> out)
            throws Exception {
        List<ReportChange> known =
                all.stream().filter(change -> !change.knownAt().isAfter(moment)).toList();
        LocalDate today = DutchDays.of(moment);
        List<HotspotLife> atMost = settings.until(moment).stream()
                .map(held -> HotspotLife.atMost(held, known, today))
                .filter(life -> !life.transitions().isEmpty())
                .toList();
        if (atMost.isEmpty()) {
            return;
        }
        HotspotLife life = HotspotLife.of(settings.at(moment), known, today);
        String areaCode = life.areaCode().isEmpty() ? atMost.get(0).areaCode() : life.areaCode();
        long changeCount = known.size() + orZero(forgotten.value()) + settings.changesUntil(moment);
        out.collect(rows.life(location, areaCode, life, settings.at(moment), moment, changeCount));
        for (YearMonth month : monthsTouched(known, moment, atMost)) {
            context.output(FACTS, rows.month(location, areaCode, life, month, moment, changeCount));
        }
    }

    /** The months in which an opening may be another than before what changed at a moment, whatever was known by then. */
    private Set<YearMonth> monthsTouched(List<ReportChange> known, Instant moment, List<HotspotLife> atMost) {
        boolean isJudgedAnew = settings.newestUntil(moment).equals(Optional.of(moment));
        LocalDate touched = known.stream()
                .filter(change -> isJudgedAnew || change.knownAt().equals(moment))
                .map(ReportChange::happenedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Set<YearMonth> months = new TreeSet<>();
        for (HotspotLife.Episode episode :
                atMost.stream().flatMap(life -> life.episodes().stream()).toList()) {
            if (!episode.closesOn().isBefore(touched)) {
                known.stream()
                        .map(ReportChange::happenedOn)
                        .filter(day -> !day.isBefore(episode.opening().on()) && day.isBefore(episode.closesOn()))
                        .forEach(day -> months.add(YearMonth.from(day)));
            }
        }
        return months;
    }

    /**
     * Says what opened and what is over, as it stands at a moment; once each.
     *
     * @param isJudgedAnew by other settings one that is open may have opened on another day: then it is not over
     */
    private void announce(List<ReportChange> all, Instant moment, boolean isJudgedAnew, Context context)
            throws Exception {
        LocalDate today = DutchDays.of(moment);
        HotspotLife life = HotspotLife.of(settings.at(moment), all, today);
        Optional<HotspotLife.Episode> current = life.episodeAt(today);
        Long said = announced.value();
        Long opened =
                current.map(episode -> episode.opening().on().toEpochDay()).orElse(null);
        boolean isOver = opened == null || (!opened.equals(said) && !isJudgedAnew);
        if (said != null && isOver) {
            context.output(CANDIDATES, candidate(all, life, moment, Map.of(), true));
            announced.clear();
        }
        if (opened != null && !opened.equals(said)) {
            Map<String, String> figures =
                    figures(current.orElseThrow().opening(), settings.at(moment).windowDays());
            context.output(CANDIDATES, candidate(all, life, moment, figures, false));
            announced.update(opened);
        }
    }

    private SignalCandidate candidate(
            List<ReportChange> all, HotspotLife life, Instant moment, Map<String, String> figures, boolean isOver) {
        String areaCode = life.areaCode().isEmpty()
                ? HotspotLife.atMost(settings.at(moment), all, DutchDays.of(moment))
                        .areaCode()
                : life.areaCode();
        return new SignalCandidate(RULE, HotspotRows.id(all.get(0).location()), areaCode, moment, figures, isOver);
    }

    private static Map<String, String> figures(Transition opening, int windowDays) {
        return Map.of(
                "meldingen",
                Integer.toString(opening.reports()),
                "dagen",
                Integer.toString(opening.days()),
                "venster",
                Integer.toString(windowDays),
                "categorie",
                opening.category());
    }

    /** Drops what was forgotten a day before a moment already, so that no change that may still come would need it. */
    private void forgetAncient(List<ReportChange> all, Instant moment) throws Exception {
        LocalDate from =
                HotspotLife.rememberedFrom(settings.at(moment), all, DutchDays.of(moment.minus(SETTLED_AFTER)));
        List<ReportChange> remembered = all.stream()
                .filter(change -> !change.happenedOn().isBefore(from))
                .toList();
        if (remembered.size() == all.size()) {
            return;
        }
        if (remembered.isEmpty()) {
            forget();
            return;
        }
        forgotten.update(orZero(forgotten.value()) + all.size() - remembered.size());
        changes.keepOnly(remembered);
    }

    private void forget() {
        changes.clear();
        forgotten.clear();
        announced.clear();
        judged.clear();
    }

    /** One timer a location: for the day on which it closes, or else for when it can be forgotten; or for the next settings. */
    private void wakeUp(Instant now, Context context) throws Exception {
        List<ReportChange> all = changes.all();
        Long before = timer.value();
        if (before != null) {
            context.timerService().deleteEventTimeTimer(before);
            timer.clear();
        }
        if (!all.isEmpty()) {
            long judged = settings.next(now).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
            long due = Math.min(judged, Math.max(due(all, now), now.toEpochMilli() + 1));
            context.timerService().registerEventTimeTimer(due);
            timer.update(due);
        }
    }

    private long due(Collection<ReportChange> all, Instant now) {
        LocalDate today = DutchDays.of(now);
        long settled = HeldChanges.newest(all).plus(SETTLED_AFTER).toEpochMilli();
        if (HotspotLife.live(all) == 0) {
            return settled;
        }
        Optional<HotspotLife.Episode> current =
                HotspotLife.of(settings.at(now), all, today).episodeAt(today);
        if (current.isPresent()) {
            return DutchDays.startMillis(current.get().closesOn());
        }
        LocalDate last = all.stream()
                .map(ReportChange::happenedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Math.max(
                settled, DutchDays.startMillis(last.plusDays(settings.at(now).memoryDays() + 1L)));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
