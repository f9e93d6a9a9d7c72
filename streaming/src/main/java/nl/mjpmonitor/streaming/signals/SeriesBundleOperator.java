package nl.mjpmonitor.streaming.signals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up what registrations change in the series they count in, so that a snapshot of a million rows gives thousands of changes of
 * series and not millions. It holds nothing across a checkpoint or a watermark: what it gathered goes on first. An operator instead
 * of a function, because only an operator is told before a checkpoint begins.
 */
public final class SeriesBundleOperator extends AbstractStreamOperator<SeriesChange>
        implements OneInputStreamOperator<Contribution, SeriesChange> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_GATHERED = 20_000;

    private record Place(String indicator, String areaCode, int month, long settledAt, boolean isSnapshot) {}

    private final Timeline<SignalSettings> settings;

    /** Empty whenever the operator travels. */
    private final LinkedHashMap<Place, SeriesChange> gathered = new LinkedHashMap<>();

    /** @param settings those that hold, and held */
    public SeriesBundleOperator(Timeline<SignalSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void processElement(StreamRecord<Contribution> element) {
        Contribution contribution = element.getValue();
        long knownAt = contribution.knownAt().toEpochMilli();
        LocalDate day = LocalDate.ofEpochDay(contribution.cell().monthEpochDay());
        int month = SeriesStand.number(YearMonth.from(day));
        for (WatchedSeries series : WatchedCatalogue.shared()
                .of(contribution.cell().measure(), contribution.cell().areaCode(), day)) {
            SeriesChange change = SeriesChange.count(
                    series.indicator().id().value(),
                    series.area().code().value(),
                    month,
                    contribution.countChange(),
                    contribution.unknownChange(),
                    contribution.isSnapshot(),
                    knownAt);
            Place place = new Place(
                    change.indicator(),
                    change.areaCode(),
                    month,
                    SeriesChange.settledAt(knownAt, settings),
                    contribution.isSnapshot());
            gathered.merge(place, change, SeriesChange::plus);
        }
        if (gathered.size() >= MOST_GATHERED) {
            handOn();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        handOn();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        handOn();
    }

    @Override
    public void finish() throws Exception {
        handOn();
        super.finish();
    }

    private void handOn() {
        gathered.values().stream()
                .filter(change -> change.count() != 0 || change.unknown() != 0)
                .forEach(change -> output.collect(new StreamRecord<>(change, change.knownAtMillis())));
        gathered.clear();
    }
}
