package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.casework.ReadableCaseProgress;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.casework.OpenStep;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/**
 * How long open cases are in each step now, against its norm: how many, how many for too long, and for how many days those are. Which cases,
 * is not told. They follow the warehouse by themselves; while it never answered there is a sentence in their place.
 */
final class StagnationPanel extends ThemePanel {

    private final transient List<Indicator> indicators;
    private final Paragraph finding = new Paragraph();
    private final RowTable table;
    private final Div tableBox;
    private transient Optional<List<StepProgress>> shown = Optional.empty();
    private transient Subscription subscription = () -> {};

    /** @param indicators those that count the stagnation of the steps to show */
    StagnationPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.indicators = List.copyOf(indicators);
        finding.addClassName("finding");
        finding.getElement().setAttribute("data-testid", section.id() + "-bevinding");
        table = new RowTable(
                words().text("stagnation.caption"),
                List.of(
                        RowTable.Column.text(words().text("lead.what")),
                        RowTable.Column.figure(words().text("stagnation.norm")),
                        RowTable.Column.figure(words().text("stagnation.open")),
                        RowTable.Column.figure(words().text("stagnation.late")),
                        RowTable.Column.figure(words().text("stagnation.longest")),
                        RowTable.Column.text(words().text("stagnation.days"))));
        table.getElement().setAttribute("data-testid", section.id() + "-tabel");
        tableBox = scrollable(table);
        tableBox.setVisible(false);
        compose(finding, tableBox);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription.end();
        subscription = scene().detections().cases().follow(event.getUI(), this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    private void show(LiveReading.State<List<StepProgress>> state) {
        Optional<List<StepProgress>> here = state.map(this::here).answer();
        if (here.isEmpty()) {
            finding.setText(words().text("state.failed"));
        } else if (!here.equals(shown)) {
            show(here.get());
        }
        shown = here;
    }

    /** The box and the table stay: who scrolled or stands in it goes on reading. */
    private void show(List<StepProgress> steps) {
        long late = steps.stream().mapToLong(StepProgress::stagnating).sum();
        long open = steps.stream().mapToLong(step -> step.open().size()).sum();
        finding.setText(words().text(
                        "stagnation.finding",
                        words().format().count(late),
                        words().format().count(open)));
        table.show(steps.stream().map(this::row).toList());
        tableBox.setVisible(!steps.isEmpty());
    }

    private List<StepProgress> here(List<StepProgress> steps) {
        return steps.stream()
                .filter(step -> indicators.stream()
                        .anyMatch(indicator -> indicator.id().equals(ReadableCaseProgress.stagnation(step.step()))))
                .toList();
    }

    private RowTable.Row row(StepProgress step) {
        String late = step.open().stream()
                .filter(OpenStep::isStagnating)
                .map(OpenStep::ageDays)
                .map(days -> words().format().count(days))
                .collect(Collectors.joining(", "));
        return RowTable.Row.of(
                step.step().toUpperCase(Locale.ROOT),
                List.of(
                        figure(step.normDays()),
                        figure(step.open().size()),
                        figure(step.stagnating()),
                        step.open().isEmpty()
                                ? RowTable.Cell.text(words().text("figure.not-applicable"))
                                : figure(step.open().getFirst().ageDays()),
                        RowTable.Cell.text(late.isEmpty() ? words().text("stagnation.days.none") : late)));
    }

    private RowTable.Cell figure(long number) {
        return RowTable.Cell.figure(
                new FigureText(words().format().count(number), FigureText.Tone.NUMBER).writing(number), Set.of());
    }

    @Override
    Stream<SeriesRequest> requests() {
        return Stream.empty();
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        return Set.of();
    }
}
