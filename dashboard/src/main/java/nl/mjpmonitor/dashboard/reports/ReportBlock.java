package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** One thing in a section of a report. */
public sealed interface ReportBlock {

    /** Short name, unique in the report. */
    String id();

    /** The indicators whose figures stand in it. */
    List<IndicatorId> indicators();

    /**
     * A place for a text that people write.
     *
     * @param label what the text is about
     * @param duiding indicators whose established duiding can be taken in; they show no figures here
     */
    record Text(String id, LocalizedText label, List<IndicatorId> duiding) implements ReportBlock {

        public Text {
            duiding = List.copyOf(duiding);
        }

        @Override
        public List<IndicatorId> indicators() {
            return List.of();
        }
    }

    /** Indicators in rows, periods and comparisons in columns. */
    record Figures(String id, LocalizedText caption, List<IndicatorId> indicators, List<ReportColumn> columns)
            implements ReportBlock {

        public Figures {
            indicators = List.copyOf(indicators);
            columns = List.copyOf(columns);
        }
    }

    /**
     * The course of a few indicators.
     *
     * @param kind bars or lines
     * @param periods number of periods, the last of which is that of the report
     */
    record Trend(String id, LocalizedText title, ChartKind kind, List<IndicatorId> indicators, int periods)
            implements ReportBlock {

        public Trend {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * The steps of a process in one period, on one scale.
     *
     * @param indicators the whole and then its steps or parts
     * @param remainder name of what no part accounts for; empty when the steps are no parts of the whole
     */
    record Steps(String id, LocalizedText title, List<IndicatorId> indicators, Optional<LocalizedText> remainder)
            implements ReportBlock {

        public Steps {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * All buurten on the map, in the year of the report.
     *
     * @param indicator what is counted in them
     */
    record Buurten(String id, LocalizedText title, IndicatorId indicator) implements ReportBlock {

        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }
}
