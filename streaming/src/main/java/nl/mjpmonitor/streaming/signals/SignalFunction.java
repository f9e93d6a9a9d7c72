package nl.mjpmonitor.streaming.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.signals.SignalId;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSentences;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes signals of what rules find. All candidates have one key, because the maximum of a day is about all of them.
 *
 * <ul>
 *   <li>The id follows from rule, subject, area and period: finding the same again is the same signal. A figure that changes gives
 *       the signal a new stand, nothing else does.
 *   <li>What is about something longer ago than the horizon is not opened, so that history that is read for the first time does not
 *       flood its readers. What a candidate is about is its figure {@code moment}, a date or a moment, or else when it became known.
 *   <li>In a day at most so many are opened, of each rule and in all. The others are held and opened on the next days, oldest first,
 *       as long as they still hold; how many wait is said by one signal of {@link SignalRule#MORE_SIGNALS}.
 *   <li>A signal is over when its candidate is; found again, it opens again.
 * </ul>
 *
 * <p>Candidates are dealt with in the order of the moments they became known, those of one moment by rule, subject and area, so that
 * the order in which they arrive does not decide which of them are held. Only a silent feed is dealt with at once: when nothing
 * comes in, event time stands still.
 *
 * <p>Metrics: {@code opened}, {@code held}, {@code tooOld}, {@code refused}: candidates of an unknown rule or without the figures
 * of their rule, which is a fault of this job and is logged.
 */
public final class SignalFunction extends KeyedProcessFunction<String, SignalCandidate, SignalRow> {

    /** The one key of all candidates. */
    public static final String KEY = "signals";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SignalFunction.class);
    private static final String MOMENT = "moment";
    private static final String ALL = "alle";
    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final int ISO_DATE_LENGTH = "yyyy-mm-dd".length();

    private static final Comparator<SignalCandidate> IN_ORDER = Comparator.comparing(SignalCandidate::knownAt)
            .thenComparing(SignalCandidate::ruleId)
            .thenComparing(SignalCandidate::subject)
            .thenComparing(SignalCandidate::areaCode)
            .thenComparing(candidate -> candidate.figures().getOrDefault(Finding.PERIOD, ""));

    private final Timeline<SignalSettings> settings;

    private transient SignalSentences sentences;
    private transient String municipality;
    private transient MapState<Long, List<SignalCandidate>> waiting;
    private transient MapState<String, SignalStand> stands;
    private transient MapState<String, SignalCandidate> held;
    private transient ValueState<Integer> heldCount;
    private transient ValueState<OpenedCount> opened;
    private transient Counter openedMetric;
    private transient Counter heldMetric;
    private transient Counter tooOldMetric;
    private transient Counter refusedMetric;

    /** @param settings those that hold, and held */
    public SignalFunction(Timeline<SignalSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        WatchedCatalogue catalogue = WatchedCatalogue.shared();
        sentences = new SignalSentences(catalogue.indicators(), catalogue.areas());
        municipality = catalogue.areas().municipality().code().value();
        TypeInformation<SignalCandidate> candidate = TypeInformation.of(SignalCandidate.class);
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting-candidates", Types.LONG, Types.LIST(candidate)));
        stands = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("signal-stands", Types.STRING, TypeInformation.of(SignalStand.class)));
        held = getRuntimeContext().getMapState(new MapStateDescriptor<>("held-signals", Types.STRING, candidate));
        heldCount = getRuntimeContext().getState(new ValueStateDescriptor<>("held-count", Types.INT));
        opened = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("opened-count", TypeInformation.of(OpenedCount.class)));
        openedMetric = getRuntimeContext().getMetricGroup().counter("opened");
        heldMetric = getRuntimeContext().getMetricGroup().counter("held");
        tooOldMetric = getRuntimeContext().getMetricGroup().counter("tooOld");
        refusedMetric = getRuntimeContext().getMetricGroup().counter("refused");
    }

    @Override
    public void processElement(SignalCandidate candidate, Context context, Collector<SignalRow> out) throws Exception {
        if (candidate.ruleId().equals(SignalRule.FEED_SILENT.id())) {
            decide(candidate, out);
            tellHowManyWait(candidate.knownAt(), out);
            return;
        }
        // the watermark of a topic trails its newest record by one millisecond
        long due = candidate.knownAt().toEpochMilli() - 1;
        List<SignalCandidate> same = waiting.get(due);
        List<SignalCandidate> all = new ArrayList<>(same == null ? List.of() : same);
        all.add(candidate);
        waiting.put(due, all);
        context.timerService().registerEventTimeTimer(due);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SignalRow> out) throws Exception {
        Instant moment = Instant.ofEpochMilli(timestamp + 1);
        long day = SeriesRule.today(moment).toEpochDay();
        OpenedCount before = orNone(opened.value());
        if (day > before.epochDay()) {
            opened.update(before.on(day));
            forget(moment);
            release(moment, out);
        }
        List<SignalCandidate> due = waiting.get(timestamp);
        if (due != null) {
            waiting.remove(timestamp);
            for (SignalCandidate candidate : due.stream().sorted(IN_ORDER).toList()) {
                decide(candidate, out);
            }
        }
        tellHowManyWait(moment, out);
        if (howManyWait() > 0 && context.timerService().currentWatermark() < Long.MAX_VALUE) {
            Instant tomorrow = SeriesRule.today(moment)
                    .plusDays(1)
                    .atStartOfDay(SeriesRule.CALENDAR)
                    .toInstant();
            context.timerService().registerEventTimeTimer(tomorrow.toEpochMilli() - 1);
        }
    }

    private void decide(SignalCandidate candidate, Collector<SignalRow> out) throws Exception {
        String id = idOf(candidate).value();
        SignalStand stand = stands.get(id);
        if (stand != null && candidate.knownAt().toEpochMilli() < stand.knownAtMillis()) {
            return;
        }
        if (candidate.isOver()) {
            drop(id);
            if (stand != null && stand.isOpen()) {
                write(over(candidate, id, stand), out);
            }
            return;
        }
        Optional<LocalizedText> sentence = sentence(candidate);
        if (sentence.isEmpty()) {
            return;
        }
        if (stand != null && stand.isOpen()) {
            if (!stand.figures().equals(candidate.figures())) {
                write(open(candidate, id, stand, stand.openedAtMillis(), sentence.get()), out);
            }
        } else if (isTooOld(candidate)) {
            tooOldMetric.inc();
        } else {
            openOrHold(candidate, id, stand, sentence.get(), out);
        }
    }

    private void openOrHold(
            SignalCandidate candidate,
            String id,
            @Nullable SignalStand stand,
            LocalizedText sentence,
            Collector<SignalRow> out)
            throws Exception {
        long day = SeriesRule.today(candidate.knownAt()).toEpochDay();
        OpenedCount today = orNone(opened.value());
        // a silent feed is told by another clock, which may be a day ahead; the count never goes back a day
        OpenedCount count = day > today.epochDay() ? today.on(day) : today;
        SignalSettings limits = settings.at(candidate.knownAt());
        boolean hasRoom = count.all() < limits.value(SignalSetting.MOST_A_DAY)
                && count.of(candidate.ruleId()) < limits.value(SignalSetting.MOST_A_DAY_PER_RULE);
        if (!hasRoom) {
            hold(candidate, id);
            return;
        }
        drop(id);
        opened.update(count.plus(candidate.ruleId()));
        openedMetric.inc();
        write(open(candidate, id, stand, candidate.knownAt().toEpochMilli(), sentence), out);
    }

    /** It keeps its place in the row of those that wait. */
    private void hold(SignalCandidate candidate, String id) throws Exception {
        SignalCandidate before = held.get(id);
        held.put(id, before == null ? candidate : known(candidate, before.knownAt()));
        if (before == null) {
            heldCount.update(howManyWait() + 1);
            heldMetric.inc();
        }
    }

    private void drop(String id) throws Exception {
        if (held.contains(id)) {
            held.remove(id);
            heldCount.update(howManyWait() - 1);
        }
    }

    /** On a new day there is room again. */
    private void release(Instant moment, Collector<SignalRow> out) throws Exception {
        if (howManyWait() == 0) {
            return;
        }
        List<SignalCandidate> all = new ArrayList<>();
        held.values().forEach(all::add);
        all.sort(IN_ORDER);
        for (SignalCandidate candidate : all) {
            decide(known(candidate, moment), out);
        }
    }

    private static SignalCandidate known(SignalCandidate candidate, Instant moment) {
        return new SignalCandidate(
                candidate.ruleId(), candidate.subject(), candidate.areaCode(), moment, candidate.figures(), false);
    }

    private void tellHowManyWait(Instant moment, Collector<SignalRow> out) throws Exception {
        int many = howManyWait();
        SignalRule rule = SignalRule.MORE_SIGNALS;
        SignalSettings limits = settings.at(moment);
        SignalCandidate candidate = new SignalCandidate(
                rule.id(),
                ALL,
                municipality,
                moment,
                Map.of(
                        "aantal", Integer.toString(many),
                        "grens", Integer.toString(limits.value(SignalSetting.MOST_A_DAY)),
                        "grens-regel", Integer.toString(limits.value(SignalSetting.MOST_A_DAY_PER_RULE))),
                many == 0);
        String id = idOf(candidate).value();
        SignalStand stand = stands.get(id);
        boolean isTold = stand != null && stand.isOpen();
        if (many == 0 && stand != null && isTold) {
            write(over(candidate, id, stand), out);
        } else if (many > 0 && !(isTold && candidate.figures().equals(stand.figures()))) {
            long openedAt = isTold ? stand.openedAtMillis() : moment.toEpochMilli();
            write(
                    open(
                            candidate,
                            id,
                            stand,
                            openedAt,
                            sentences.sentence(rule, ALL, municipality, candidate.figures())),
                    out);
        }
    }

    private int howManyWait() throws Exception {
        Integer many = heldCount.value();
        return many == null ? 0 : many;
    }

    private void forget(Instant moment) throws Exception {
        long oldest = moment.minus(REMEMBERED).toEpochMilli();
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, SignalStand> stand : stands.entries()) {
            if (!stand.getValue().isOpen() && stand.getValue().knownAtMillis() < oldest) {
                old.add(stand.getKey());
            }
        }
        for (String id : old) {
            stands.remove(id);
        }
    }

    private boolean isTooOld(SignalCandidate candidate) {
        String moment = candidate.figures().getOrDefault(MOMENT, "");
        if (moment.length() < ISO_DATE_LENGTH) {
            return false;
        }
        Instant about = moment.length() == ISO_DATE_LENGTH
                ? LocalDate.parse(moment).atStartOfDay(SeriesRule.CALENDAR).toInstant()
                : Instant.parse(moment);
        return about.isBefore(
                candidate.knownAt().minus(settings.at(candidate.knownAt()).horizon()));
    }

    private Optional<LocalizedText> sentence(SignalCandidate candidate) {
        try {
            SignalRule rule = SignalRule.of(candidate.ruleId())
                    .orElseThrow(() -> new IllegalArgumentException("There is no rule " + candidate.ruleId()));
            return Optional.of(
                    sentences.sentence(rule, candidate.subject(), candidate.areaCode(), candidate.figures()));
        } catch (IllegalArgumentException refused) {
            refusedMetric.inc();
            LOG.error("A candidate cannot become a signal: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private static SignalId idOf(SignalCandidate candidate) {
        return SignalId.of(
                candidate.ruleId(),
                candidate.subject(),
                candidate.areaCode(),
                candidate.figures().getOrDefault(Finding.PERIOD, ""));
    }

    private static SignalRow open(
            SignalCandidate candidate, String id, @Nullable SignalStand stand, long openedAt, LocalizedText sentence) {
        return row(
                candidate, id, SignalRow.OPEN, openedAt, 0, candidate.figures(), sentence, version(candidate, stand));
    }

    /** What it said last stays as it was: that is what is over. */
    private static SignalRow over(SignalCandidate candidate, String id, SignalStand stand) {
        return row(
                candidate,
                id,
                SignalRow.OVER,
                stand.openedAtMillis(),
                candidate.knownAt().toEpochMilli(),
                stand.figures(),
                new LocalizedText(stand.sentenceNl(), stand.sentenceEn()),
                version(candidate, stand));
    }

    private static SignalRow row(
            SignalCandidate candidate,
            String id,
            String state,
            long openedAt,
            long overAt,
            Map<String, String> figures,
            LocalizedText sentence,
            long version) {
        return new SignalRow(
                id,
                candidate.ruleId(),
                candidate.subject(),
                candidate.areaCode(),
                figures.getOrDefault(Finding.PERIOD, ""),
                state,
                openedAt,
                overAt,
                figures,
                sentence.nl(),
                sentence.en(),
                candidate.knownAt().toEpochMilli(),
                version);
    }

    /** Later is higher, also for two stands of the same moment. */
    private static long version(SignalCandidate candidate, @Nullable SignalStand stand) {
        long knownAt = candidate.knownAt().toEpochMilli();
        return stand == null ? knownAt : Math.max(knownAt, stand.version() + 1);
    }

    private void write(SignalRow row, Collector<SignalRow> out) throws Exception {
        stands.put(row.signalId(), SignalStand.of(row));
        out.collect(row);
    }

    private static OpenedCount orNone(@Nullable OpenedCount state) {
        return state == null ? OpenedCount.NONE : state;
    }
}
