package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;

/** What was known when: a day to choose, and every figure that is another one now. */
final class RevisionSection extends Section {

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
    private final transient Indicator indicator;
    private final transient Function<IndicatorChoice, Map<Period, Instant>> moments;
    private final DatePicker day = new DatePicker();
    private final Paragraph finding = new Paragraph();
    private final Div tableBox = new Div();
    private final Button search;
    private transient Map<Period, Instant> knownSince = new HashMap<>();
    private transient Optional<IndicatorChoice> shown = Optional.empty();
    private transient List<IndicatorPoint> then = List.of();
    private transient List<IndicatorPoint> now = List.of();

    /**
     * An empty section.
     *
     * @param choose hears which day is chosen; empty for today
     * @param moments finds since when each figure is what it is
     */
    RevisionSection(
            Indicator indicator,
            LocalDate today,
            FigureWords words,
            Consumer<Optional<LocalDate>> choose,
            Function<IndicatorChoice, Map<Period, Instant>> moments) {
        this.indicator = indicator;
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        this.moments = moments;
        addClassName("revisions");
        getElement().setAttribute("aria-labelledby", "kop-bijstellingen");
        H2 title = new H2(words.text("indicator.revisions"));
        title.setId("kop-bijstellingen");
        Paragraph intro = new Paragraph(words.text("indicator.revisions.intro"));
        intro.addClassName("secondary");
        day.setId("peildatum");
        day.setLabel(words.text("indicator.peildatum"));
        day.setLocale(words.locale());
        day.setMax(today);
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose.accept(Optional.ofNullable(change.getValue()));
            }
        });
        finding.getElement().setAttribute("role", "status").setAttribute("data-testid", "bijstellingen");
        search = new Button(words.text("indicator.revisions.search"), click -> search());
        search.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        search.setDisableOnClick(true);
        search.getElement().setAttribute("data-testid", "zoek-momenten");
        add(title, intro, day, finding, tableBox, search);
    }

    void show(IndicatorChoice choice, List<IndicatorPoint> asKnown, Optional<List<IndicatorPoint>> newest) {
        if (!shown.equals(Optional.of(choice))) {
            knownSince = new HashMap<>();
            shown = Optional.of(choice);
        }
        day.setValue(choice.peildatum().orElse(null));
        then = asKnown;
        now = newest.orElse(List.of());
        refresh();
    }

    private void refresh() {
        tableBox.removeAll();
        search.setVisible(false);
        Optional<LocalDate> peildatum = shown.flatMap(IndicatorChoice::peildatum);
        finding.setText(peildatum.isEmpty() ? words.text("indicator.revisions.choose") : "");
        peildatum.ifPresent(this::compare);
    }

    private void compare(LocalDate peildatum) {
        List<RowTable.Row> rows = new ArrayList<>();
        PeriodComparator comparator = new PeriodComparator(indicator);
        int known = 0;
        for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
            IndicatorPoint before = then.get(i);
            IndicatorPoint after = now.get(i);
            known += ControlledSeries.isKnown(after) ? 1 : 0;
            if (isRevised(before.value(), after.value())) {
                rows.addFirst(row(before, after, comparator));
            }
        }
        finding.setText(
                rows.isEmpty()
                        ? words.text("indicator.revisions.none", words.format().day(peildatum))
                        : words.text(
                                "indicator.revisions.some",
                                words.format().day(peildatum),
                                Integer.toString(rows.size()),
                                Integer.toString(known)));
        if (!rows.isEmpty()) {
            RowTable table = new RowTable(
                    words.text("indicator.revisions.caption", words.format().day(peildatum)),
                    List.of(
                            RowTable.Column.text(words.text("table.period")),
                            RowTable.Column.figure(words.text("revision.then")),
                            RowTable.Column.figure(words.text("revision.now")),
                            RowTable.Column.figure(words.text("comparison.difference")),
                            RowTable.Column.text(words.text("revision.since"))));
            table.show(rows);
            tableBox.add(table.inBox(words.text("table.box", words.text("indicator.revisions"))));
            search.setVisible(knownSince.isEmpty());
        }
    }

    private RowTable.Row row(IndicatorPoint before, IndicatorPoint after, PeriodComparator comparator) {
        Period period = before.period();
        return RowTable.Row.of(
                period.label(words.locale()),
                List.of(
                        RowTable.Cell.figure(words.value(before.value()), PointMark.of(before))
                                .named("toen-" + period.label()),
                        RowTable.Cell.figure(words.value(after.value()), PointMark.of(after))
                                .named("nu-" + period.label()),
                        RowTable.Cell.figure(outcomes.change(indicator, comparator.revision(before, after)), Set.of()),
                        RowTable.Cell.text(Optional.ofNullable(knownSince.get(period))
                                .map(moment -> words.format().moment(moment))
                                .orElse(""))));
    }

    /** A figure that is no longer provisional was not revised. */
    private static boolean isRevised(IndicatorValue before, IndicatorValue after) {
        if (before instanceof IndicatorValue.Counted first && after instanceof IndicatorValue.Counted second) {
            return first.count() != second.count();
        }
        if (before instanceof IndicatorValue.Measured first && after instanceof IndicatorValue.Measured second) {
            return first.value().compareTo(second.value()) != 0;
        }
        return !before.equals(after);
    }

    private void search() {
        try {
            shown.ifPresent(choice -> knownSince = new HashMap<>(moments.apply(choice)));
            refresh();
            if (knownSince.isEmpty()) {
                search.setVisible(false);
                finding.setText(finding.getText() + " " + words.text("indicator.revisions.no-moments"));
            }
        } catch (WarehouseException away) {
            finding.setText(words.text("state.failed"));
        } finally {
            search.setEnabled(true);
        }
    }
}
