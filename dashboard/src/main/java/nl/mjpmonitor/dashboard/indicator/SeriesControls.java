package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;

/** What there is to choose on the page of an indicator. Every choice is an address. */
final class SeriesControls extends Div {

    private final transient IndicatorSubject subject;
    private final transient FigureWords words;
    private final ComboBox<Area> area = new ComboBox<>();
    private final Select<SeriesGrain> grain = new Select<>();
    private final Select<Integer> from = new Select<>();
    private final Select<Integer> to = new Select<>();
    private final CheckboxGroup<TimelineKind> timeline = new CheckboxGroup<>();

    SeriesControls(
            List<SeriesGrain> grains, IndicatorSubject subject, FigureWords words, IndicatorPage.Navigator navigator) {
        this.subject = subject;
        this.words = words;
        addClassName("controls");
        area.setId(IndicatorChoice.AREA);
        area.setLabel(words.text("crime.area"));
        area.setItemLabelGenerator(this::areaName);
        area.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                navigator.change(choice -> choice.in(change.getValue()));
            }
        });
        grain.setId(IndicatorChoice.GRAIN);
        grain.setLabel(words.text("indicator.grain"));
        grain.setItems(grains);
        grain.setItemLabelGenerator(one -> words.text("grain." + one));
        grain.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                navigator.change(choice -> choice.by(change.getValue()));
            }
        });
        year(from, IndicatorChoice.FROM, "indicator.from");
        year(to, IndicatorChoice.TO, "indicator.to");
        from.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                navigator.change(this::between);
            }
        });
        to.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                navigator.change(this::between);
            }
        });
        timeline.setId(IndicatorChoice.TIMELINE);
        timeline.setLabel(words.text("indicator.timeline"));
        timeline.setItems(TimelineKind.values());
        timeline.setItemLabelGenerator(kind -> words.text("timeline.kind." + kind));
        timeline.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                navigator.change(choice -> choice.with(change.getValue()));
            }
        });
        add(area, grain, from, to, timeline);
    }

    private void year(Select<Integer> field, String id, String key) {
        field.setId(id);
        field.setLabel(words.text(key));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(words.text("indicator.all-years"));
        field.setItemLabelGenerator(one -> one == null ? words.text("indicator.all-years") : one.toString());
    }

    private String areaName(Area one) {
        String wijk = subject.wijkOf(one).map(Area::name).orElse("");
        return words.text("area." + one.kind(), one.name(), wijk);
    }

    /** Of two years that are not in order the one chosen last decides, and the other is let go. */
    private IndicatorChoice between(IndicatorChoice choice) {
        Optional<YearMonth> first = Optional.ofNullable(from.getValue()).map(year -> YearMonth.of(year, Month.JANUARY));
        Optional<YearMonth> last = Optional.ofNullable(to.getValue()).map(year -> YearMonth.of(year, Month.DECEMBER));
        boolean isOrdered = first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get());
        if (isOrdered) {
            return choice.between(first, last);
        }
        return first.equals(choice.from())
                ? choice.between(Optional.empty(), last)
                : choice.between(first, Optional.empty());
    }

    void show(IndicatorChoice choice) {
        area.setItems(subject.areas(choice.indicator()));
        area.setValue(choice.area());
        grain.setValue(choice.grain());
        List<Integer> years = IntStream.rangeClosed(
                        choice.indicator().definedFrom().getYear(),
                        Math.max(
                                choice.indicator().definedFrom().getYear(),
                                subject.lastMonth().getYear()))
                .boxed()
                .toList();
        from.setItems(years);
        to.setItems(years);
        from.setValue(
                choice.from().map(YearMonth::getYear).filter(years::contains).orElse(null));
        to.setValue(choice.to().map(YearMonth::getYear).filter(years::contains).orElse(null));
        timeline.setValue(choice.timeline());
    }
}
