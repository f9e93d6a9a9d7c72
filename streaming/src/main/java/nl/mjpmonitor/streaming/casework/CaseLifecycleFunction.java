package nl.mjpmonitor.streaming.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.streaming.detection.DutchDays;
import nl.mjpmonitor.streaming.detection.HeldChanges;
import nl.mjpmonitor.streaming.detection.JudgedMoments;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
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

/**
 * Follows one case through its steps. Keyed by {@link CaseChange#caseKey()}.
 *
 * <p>For every moment at which the warehouse took in a change of the case it writes how all its steps stood as known then. The rows
 * follow from the set of changes, whatever their order: a change that was known earlier than those already seen corrects every later
 * moment, and the corrected rows carry a higher change count. The day on which a step stagnates is written ahead. Each moment is judged
 * by the norms that held then; norms that change are a change like any other.
 *
 * <p>A timer, by the moments at which the warehouse takes things in, says on that day that the case stagnates, once. A case is
 * forgotten {@value #MEMORY_DAYS} days after its last step was left; no state is left then. What comes of it later starts from the
 * rows that come.
 */
public final class CaseLifecycleFunction extends KeyedProcessFunction<String, CaseChange, CaseStepStateRow> {

    private static final long serialVersionUID = 1L;

    /** Side output for what the catalogue counts. */
    public static final OutputTag<ChangeEventRow> FACTS =
            new OutputTag<>("case-facts", TypeInformation.of(ChangeEventRow.class));

    /** Side output for cases that stagnate, and do so no more. */
    public static final OutputTag<SignalCandidate> CANDIDATES =
            new OutputTag<>("case-candidates", TypeInformation.of(SignalCandidate.class));

    /** The rule whose candidates these are. */
    public static final String RULE = "casus-stagneert";

    /** The state that every case has of which something is held. */
    public static final String HELD = "case-changes";

    static final int MEMORY_DAYS = 730;

    /** Changes of one case come from several topics; one that is later than all others by so long is not expected. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final Timeline<StepNorms> norms;

    private transient CaseRows rows;
    private transient HeldChanges<CaseChange> changes;
    private transient ListState<String> announced;
    private transient ValueState<Long> timer;

    private transient JudgedMoments<StepNorms> judged;

    /** @param norms those that hold, and held */
    public CaseLifecycleFunction(Timeline<StepNorms> norms) {
        this.norms = norms;
    }

    @Override
    public void open(OpenContext context) {
        rows = new CaseRows();
        changes = new HeldChanges<>(getRuntimeContext(), HELD, CaseChange.class);
        announced = getRuntimeContext().getListState(new ListStateDescriptor<>("case-announced", Types.STRING));
        timer = getRuntimeContext().getState(new ValueStateDescriptor<>("case-timer", Types.LONG));
        judged = new JudgedMoments<>(norms, getRuntimeContext(), "case-judged-by");
    }

    @Override
    public void processElement(CaseChange change, Context context, Collector<CaseStepStateRow> out) throws Exception {
        changes.add(change);
        List<CaseChange> all = changes.all();
        Instant passed = Instant.ofEpochMilli(Math.max(0, context.timerService().currentWatermark()));
        Instant now = HeldChanges.newest(all, passed);
        Optional<Instant> due = judged.firstDue(now);
        writeFrom(due.filter(change.knownAt()::isAfter).orElse(change.knownAt()), all, now, context, out);
        announce(all, now, context);
        wakeUp(all, now, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CaseStepStateRow> out) throws Exception {
        List<CaseChange> all = changes.all();
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
        announce(all, now, context);
        if (forgettableAt(all) <= timestamp) {
            changes.clear();
            announced.clear();
            judged.clear();
            timer.clear();
            return;
        }
        wakeUp(all, now, context);
    }

    /** Writes how it stood at each moment from one on at which something was known anew, or judged anew. */
    private void writeFrom(
            Instant from, List<CaseChange> all, Instant now, Context context, Collector<CaseStepStateRow> out)
            throws Exception {
        for (Instant moment : judged.from(from, all.stream().map(CaseChange::knownAt), now)) {
            write(all.get(0).caseKey(), all, moment, context, out);
        }
    }

    private void write(
            String caseKey, List<CaseChange> all, Instant moment, Context context, Collector<CaseStepStateRow> out) {
        List<CaseChange> known =
                all.stream().filter(change -> !change.knownAt().isAfter(moment)).toList();
        long changeCount = (long) known.size() + norms.changesUntil(moment);
        for (CaseStep step : CaseLife.steps(known, norms.at(moment))) {
            out.collect(rows.state(caseKey, step, moment, changeCount));
            context.output(FACTS, rows.fact(step, moment, changeCount));
        }
    }

    /** Says that a step stagnates, once, and that the case does so no more when none of its steps does. */
    private void announce(List<CaseChange> all, Instant moment, Context context) throws Exception {
        LocalDate today = DutchDays.of(moment);
        Set<String> said = new HashSet<>();
        announced.get().forEach(said::add);
        List<CaseStep> steps = CaseLife.steps(all, norms.at(moment));
        List<CaseStep> stagnating =
                steps.stream().filter(step -> step.isStagnating(today)).toList();
        String caseKey = all.get(0).caseKey();
        for (CaseStep step : stagnating) {
            if (!said.contains(step.rowKey())) {
                context.output(CANDIDATES, candidate(caseKey, step, today, moment, false));
            }
        }
        if (stagnating.isEmpty() && !said.isEmpty()) {
            steps.stream()
                    .filter(step -> said.contains(step.rowKey()))
                    .findFirst()
                    .ifPresent(step -> context.output(CANDIDATES, candidate(caseKey, step, today, moment, true)));
        }
        Set<String> keys = stagnating.stream().map(CaseStep::rowKey).collect(Collectors.toCollection(TreeSet::new));
        if (!keys.equals(said)) {
            announced.update(List.copyOf(keys));
        }
    }

    private static SignalCandidate candidate(
            String caseKey, CaseStep step, LocalDate today, Instant moment, boolean isOver) {
        Map<String, String> figures = Map.of(
                "stap",
                step.step(),
                "dagen",
                Long.toString(
                        ChronoUnit.DAYS.between(step.enteredOn(), step.leftOn().orElse(today))),
                "norm",
                Integer.toString(step.normDays()));
        return new SignalCandidate(RULE, caseKey, step.areaCode(), moment, figures, isOver);
    }

    /** One timer a case: for the first step that will stagnate, or else for when it can be forgotten; or for the next norms. */
    private void wakeUp(List<CaseChange> all, Instant now, Context context) throws Exception {
        Long before = timer.value();
        if (before != null) {
            context.timerService().deleteEventTimeTimer(before);
        }
        LocalDate today = DutchDays.of(now);
        long due = CaseLife.steps(all, norms.at(now)).stream()
                .filter(CaseStep::isOpen)
                .flatMap(step -> step.stagnatesOn().stream())
                .filter(day -> day.isAfter(today))
                .mapToLong(DutchDays::startMillis)
                .min()
                .orElseGet(() -> forgettableAt(all));
        due = Math.min(due, norms.next(now).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        if (due == Long.MAX_VALUE) {
            timer.clear();
            return;
        }
        due = Math.max(due, now.toEpochMilli() + 1);
        context.timerService().registerEventTimeTimer(due);
        timer.update(due);
    }

    /** The moment from which nothing of the case matters any more; {@link Long#MAX_VALUE} while a step of it goes on. */
    private long forgettableAt(List<CaseChange> all) {
        List<CaseStep> steps = CaseLife.steps(all, norms.newest());
        long settled = HeldChanges.newest(all).plus(SETTLED_AFTER).toEpochMilli();
        if (steps.stream().anyMatch(CaseStep::isOpen)) {
            return Long.MAX_VALUE;
        }
        if (steps.stream().allMatch(CaseStep::isWithdrawn)
                && all.stream().anyMatch(change -> change.isGone() && change.kind() != CaseRowKind.OUTCOME)) {
            return settled;
        }
        return Stream.concat(
                        steps.stream().flatMap(step -> step.leftOn().stream()),
                        all.stream().map(change -> LocalDate.ofEpochDay(change.fromEpochDay())))
                .max(Comparator.naturalOrder())
                .map(day -> Math.max(settled, DutchDays.startMillis(day.plusDays(MEMORY_DAYS))))
                .orElse(settled);
    }
}
