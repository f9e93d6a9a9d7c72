package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.signals.Signal;

/** Signals as a table, a row each: for paper and for workbooks, where cards do not fit. */
final class SignalTable {

    private SignalTable() {}

    static RowTable of(List<SignalEntry> entries, SignalWords words) {
        FigureWords text = words.words();
        RowTable table = new RowTable(
                text.text("signals.found", Integer.toString(entries.size())),
                List.of(
                        RowTable.Column.text(text.text("signals.rule")),
                        RowTable.Column.text(text.text("crime.area")),
                        RowTable.Column.text(text.text("signals.state")),
                        RowTable.Column.text(text.text("signals.table.sentence")),
                        RowTable.Column.text(text.text("signals.table.opened")),
                        RowTable.Column.text(text.text("signals.table.over")),
                        RowTable.Column.text(text.text("signals.table.acts"))));
        table.show(entries.stream().map(entry -> row(entry, words)).toList());
        return table;
    }

    private static RowTable.Row row(SignalEntry entry, SignalWords words) {
        FigureWords text = words.words();
        Signal signal = entry.signal();
        return RowTable.Row.of(
                words.rule(signal.rule()),
                List.of(
                        RowTable.Cell.text(words.area(signal.area())),
                        RowTable.Cell.text(words.state(entry.state())),
                        RowTable.Cell.text(words.sentence(signal)),
                        RowTable.Cell.text(text.format().moment(signal.openedAt())),
                        RowTable.Cell.text(signal.overAt()
                                .map(moment -> text.format().moment(moment))
                                .orElse("")),
                        RowTable.Cell.text(entry.acts().stream()
                                .filter(act -> !act.text().isEmpty())
                                .map(SignalAct::text)
                                .collect(Collectors.joining(" \u00b7 ")))));
    }
}
